/**
 * Fills a fresh registry with the example connectors, so that catalogue, versions and usage have something to show: every version
 * below examples/history/<slug>/<version>/ is published in order, and usage is reported that is marked as example data.
 */
import fs from "node:fs";
import path from "node:path";
import { createClient, type RegistryClient, wireFiles } from "../../core/api/client.ts";
import { RegistryError } from "../../core/api/problems.ts";
import type { UsageReport } from "../../core/api/types.ts";
import { compareConnectors, readConnector } from "../../core/engine.ts";
import { migrationGuide } from "../../core/guide/migration.ts";
import { releaseNotes } from "../../core/guide/notes.ts";
import { compare, parse } from "../../core/lifecycle/semver.ts";

const root = path.resolve(import.meta.dirname, "../..");

/** Where the older versions of the examples lie. */
export const historyFolder = path.join(root, "examples", "history");

export interface Seeded {
  id: string;
  versions: string[];
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.includes(0);
}

function readFolder(folder: string, below = ""): { path: string; text: string; bytes?: Uint8Array }[] {
  return fs.readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const place = below ? `${below}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return readFolder(folder, place);
    const bytes = fs.readFileSync(path.join(folder, place));
    return [isBinary(bytes) ? { path: place, text: "", bytes } : { path: place, text: bytes.toString("utf8") }];
  });
}

/** Publishes the example connectors in the namespace of the token; gives what was published. */
export async function seedRegistry(
  url: string,
  token: string,
  now: Date,
  say: (text: string) => void = () => {},
  history = historyFolder,
): Promise<Seeded[]> {
  if (!fs.existsSync(history)) return [];
  const client = createClient({ baseUrl: url, token, fetch });
  const { enterprise } = await client.whoami();
  const seeded: Seeded[] = [];
  for (const slug of fs.readdirSync(history).sort()) {
    const id = `${enterprise}/${slug}`;
    const versions = fs
      .readdirSync(path.join(history, slug))
      .filter((name) => parse(name))
      .sort((a, b) => compare(parse(a)!, parse(b)!));
    const done: string[] = [];
    for (const version of versions)
      try {
        await publishVersion(client, id, path.join(history, slug), version, done.at(-1), now);
        done.push(version);
      } catch (error) {
        if (!(error instanceof RegistryError)) throw error;
        const findings = error.problem?.findings ?? [];
        say(`${id}@${version} was not published: ${error.message} ${findings.map(({ message }) => message).join(" ")}`);
      }
    if (done.length > 0) seeded.push({ id, versions: done });
  }
  await reportUsage(client, enterprise, seeded, now);
  return seeded;
}

/** Publishes a version below `folder`, with texts drafted from what changed since the one that was published before. */
async function publishVersion(
  client: RegistryClient,
  id: string,
  folder: string,
  version: string,
  published: string | undefined,
  now: Date,
): Promise<void> {
  const all = readFolder(path.join(folder, version));
  const isNotes = ({ path: name }: { path: string }) => name === "NOTES.md";
  const notes = all.find(isNotes)?.text;
  const files = all.filter((file) => !isNotes(file));
  const request = { files: wireFiles(files) };
  if (published === undefined) {
    await client.publish(id, version, { ...request, scope: "enterprise", notes: notes || "First version." });
    return;
  }
  const before = readConnector(readFolder(path.join(folder, published)).filter((file) => !isNotes(file)));
  const connector = readConnector(files);
  const verdict = compareConnectors(before, connector);
  const guide = migrationGuide({
    verdict,
    from: { version: published, connector: before },
    to: { version, connector },
    today: now.toISOString().slice(0, 10),
  });
  await client.publish(id, version, {
    ...request,
    notes: notes || releaseNotes(verdict, connector),
    ...(verdict.bump === "major" && { migration_guide: guide }),
  });
}

const customers = ["aldgate-motors", "brightwater", "cobalt-freight", "dunmore-foods", "elmswell", "fernhill-care"];

/** The same numbers for everybody: a week that rises and falls, and older versions that are still connected. */
async function reportUsage(client: RegistryClient, enterprise: string, seeded: Seeded[], now: Date): Promise<void> {
  if (seeded.length === 0) return;
  const { token } = await client.createToken({
    principal: "example-usage",
    enterprise,
    roles: [],
    scopes: ["usage:write"],
  });
  const reporter = createClient({ baseUrl: client.baseUrl, token, fetch });
  const connections: NonNullable<UsageReport["connections"]> = [];
  const orchestrations: NonNullable<UsageReport["orchestrations"]> = [];
  const calls: NonNullable<UsageReport["calls"]> = [];
  for (const [place, { id, versions }] of seeded.entries()) {
    const newest = versions.at(-1)!;
    const { operation_ids: operations } = await client.getVersion(id, newest);
    for (const [index, customer] of customers.slice(0, customers.length - place * 2).entries()) {
      const version = index % 3 === 1 ? versions[0]! : newest;
      connections.push({ id: `${customer}-${place}`, enterprise: customer, connector: id, version, state: "active" });
      const used = operations.slice(0, 1 + (index % Math.max(1, operations.length)));
      orchestrations.push({ id: `${customer}-flow-${place}`, enterprise: customer, connector: id, operations: used });
      for (let ago = 29; ago >= 0; ago--) {
        const date = new Date(now.getTime() - ago * 86_400_000);
        const weekend = date.getUTCDay() % 6 === 0;
        const number = Math.round((weekend ? 20 : 100) * (1 + (29 - ago) / 30) * (1 + index / 4));
        const operation = used[ago % used.length];
        const day = date.toISOString().slice(0, 10);
        if (operation) calls.push({ enterprise: customer, connector: id, version, operation, day, calls: number });
      }
    }
  }
  await reporter.reportUsage({
    source: "examples",
    sequence: 1,
    example_data: true,
    connections,
    orchestrations,
    calls,
  });
}
