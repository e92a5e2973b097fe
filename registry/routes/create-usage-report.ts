import type { Handler } from "../context.ts";
import { sha256 } from "../hash.ts";
import { ProblemError } from "../problem.ts";
import { findConnector } from "../store/connectors.ts";
import { addCalls, putConnection, putOrchestration, rememberReport } from "../store/usage.ts";

export const handle: Handler<"createUsageReport"> = async ({ body }, context) => {
  const { source, sequence, example_data: example = false, connections = [], orchestrations = [], calls = [] } = body;
  const now = context.now();
  const hash = sha256(JSON.stringify(body));
  return context.store.write(async (tx) => {
    const known = await rememberReport(tx, source, sequence, hash, now);
    if (known !== undefined && known !== hash)
      throw new ProblemError(
        "idempotency-key-reused",
        `${source} has sent another report with the number ${sequence}. Give this one the next number.`,
      );
    if (known !== undefined) return { status: 200, body: { source, sequence, accepted: false } };
    const seen = new Set<string>();
    const ensureConnector = async (id: string, pointer: string) => {
      if (seen.has(id)) return;
      if (!(await findConnector(tx, id)))
        throw new ProblemError("invalid-request", `There is no connector ${id}; nothing of the report was taken in.`, {
          errors: [{ pointer, detail: "names a connector that does not exist" }],
        });
      seen.add(id);
    };
    for (const [index, row] of connections.entries()) {
      await ensureConnector(row.connector, `/connections/${index}/connector`);
      await putConnection(tx, { ...row, example, now });
    }
    for (const [index, row] of orchestrations.entries()) {
      await ensureConnector(row.connector, `/orchestrations/${index}/connector`);
      await putOrchestration(tx, { ...row, example });
    }
    for (const [index, row] of calls.entries()) {
      await ensureConnector(row.connector, `/calls/${index}/connector`);
      await addCalls(tx, { ...row, example });
    }
    return { status: 202, body: { source, sequence, accepted: true } };
  });
};
