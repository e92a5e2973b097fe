import { ensureConnectable } from "../connections.ts";
import type { Handler } from "../context.ts";
import { ProblemError } from "../problem.ts";
import { findConnector } from "../store/connectors.ts";
import { findConnection, putConnection } from "../store/usage.ts";
import { findVersion } from "../store/versions.ts";

export const handle: Handler<"putConnection"> = async ({ params, body }, context) => {
  const { namespace: enterprise, id } = params;
  const { connector, version, state, example_data: example = false } = body;
  const now = context.now();
  return context.store.write(async (tx) => {
    const row = await findConnector(tx, connector);
    if (!row) throw new ProblemError("not-found", `There is no connector ${connector}.`);
    if (!(await findVersion(tx, connector, version)))
      throw new ProblemError(
        "not-found",
        `${connector} has no version ${version}. Its latest one is ${row.latest_version}.`,
      );
    const before = await findConnection(tx, enterprise, id);
    ensureConnectable(row, before);
    await putConnection(tx, { id, enterprise, connector, version, state, example, now });
    return {
      status: before ? 200 : 201,
      body: { id, enterprise, connector, version, state, example_data: example, updated_at: now },
    };
  });
};
