/** A registry grows out of its folder: everything is exported from the embedded store and imported into PostgreSQL. */
import path from "node:path";
import { exportStore, importStore } from "../../registry/admin/transfer.ts";
import { fillStore, openPlace } from "../registry/fill.ts";
import { makePlace } from "../registry/server.ts";
import { round } from "../stats.ts";
import type { Context, Measurement, Section } from "../types.ts";

async function run({ quick, progress }: Context): Promise<Section> {
  const from = await makePlace("embedded");
  const to = await makePlace("PostgreSQL");
  const data: { rows: number; exported: number; imported: number; equal: boolean } | undefined =
    from && to ? await move() : undefined;
  await from?.remove();
  await to?.remove();
  return {
    name: "registry-move",
    title: "Registry: the move from the embedded store to PostgreSQL",
    how: "Export to a file and import from it, with a hash of every table on both sides.",
    columns: ["rows", "export", "import", "together", "hashes"],
    rows: data
      ? [
          [
            String(data.rows),
            `${round(data.exported)} s`,
            `${round(data.imported)} s`,
            `${round(data.exported + data.imported)} s`,
            data.equal ? "equal" : "**differ**",
          ],
        ]
      : [],
    notes: data ? [] : ["There is no PostgreSQL here, so nothing was moved."],
    goals: [
      {
        work: `move of ${data?.rows ?? 300_000} rows to PostgreSQL`,
        unit: "s",
        ours: data && data.exported + data.imported,
        goal: 120,
        void: data && !data.equal ? "void: the hashes differ" : undefined,
      },
    ],
    data,
  };

  async function move() {
    const [source, target] = [await openPlace(from!), await openPlace(to!)];
    // With their words, about 55 rows for each connector.
    await fillStore(source, quick ? 100 : 7_500, () => undefined);
    progress("registry, move to PostgreSQL");
    const file = path.join(from!.folder, "moved.ndjson");
    const begin = performance.now();
    const written = await exportStore(source, file, "2031-03-01T12:00:00.000Z");
    const middle = performance.now();
    const read = await importStore(target, file);
    const end = performance.now();
    await source.close();
    await target.close();
    return {
      rows: written.reduce((sum, { rows }) => sum + rows, 0),
      exported: (middle - begin) / 1000,
      imported: (end - middle) / 1000,
      equal: JSON.stringify(written) === JSON.stringify(read),
    };
  }
}

export default { name: "registry-move", run } satisfies Measurement;
