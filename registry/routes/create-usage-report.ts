import type { UsageReceipt } from "../../core/api/types.ts";
import { whyNotConnectable } from "../connections.ts";
import type { Handler } from "../context.ts";
import { sha256 } from "../hash.ts";
import { ProblemError } from "../problem.ts";
import { type ConnectorRow, findConnector } from "../store/connectors.ts";
import { addCalls, findConnection, putConnection, putOrchestration, rememberReport } from "../store/usage.ts";

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
    if (known !== undefined) return { status: 200, body: { source, sequence, accepted: false, refused: [] } };
    const refused: UsageReceipt["refused"] = [];
    const seen = new Map<string, ConnectorRow>();
    const ensureConnector = async (id: string, pointer: string): Promise<ConnectorRow> => {
      const row = seen.get(id) ?? (await findConnector(tx, id));
      if (!row)
        throw new ProblemError("invalid-request", `There is no connector ${id}; nothing of the report was taken in.`, {
          errors: [{ pointer, detail: "names a connector that does not exist" }],
        });
      seen.set(id, row);
      return row;
    };
    for (const [index, row] of connections.entries()) {
      const connector = await ensureConnector(row.connector, `/connections/${index}/connector`);
      const { id, enterprise } = row;
      const isClosed = connector.state === "unpublished";
      const reason = isClosed && whyNotConnectable(connector, await findConnection(tx, enterprise, id));
      if (reason) refused.push({ id, enterprise, connector: connector.id, reason });
      else await putConnection(tx, { ...row, example, now });
    }
    for (const [index, row] of orchestrations.entries()) {
      await ensureConnector(row.connector, `/orchestrations/${index}/connector`);
      await putOrchestration(tx, { ...row, example });
    }
    for (const [index, row] of calls.entries()) {
      await ensureConnector(row.connector, `/calls/${index}/connector`);
      await addCalls(tx, { ...row, example });
    }
    return { status: 202, body: { source, sequence, accepted: true, refused } };
  });
};
