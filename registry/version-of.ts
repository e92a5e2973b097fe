/** What the routes that read a version share. */
import { visibleConnector } from "./authorise.ts";
import type { Caller, Context, Reply } from "./context.ts";
import { ProblemError } from "./problem.ts";
import type { ConnectorRow } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import { findVersion, type VersionRow } from "./store/versions.ts";
import { connectorHeaders } from "./views.ts";

interface VersionRequest {
  readonly params: { namespace: string; slug: string; version: string };
  readonly caller: Caller;
}

/** The version that an address names, a number or `latest`, if the caller may see it. */
export async function visibleVersion(
  tx: Tx,
  caller: Caller,
  params: VersionRequest["params"],
  context: Context,
): Promise<{ connector: ConnectorRow; row: VersionRow }> {
  const connector = await visibleConnector(tx, caller, params, context);
  const number = params.version === "latest" ? connector.latest_version : params.version;
  const row = await findVersion(tx, connector.id, number);
  if (!row)
    throw new ProblemError(
      "not-found",
      `${connector.id} has no version ${params.version}. Its latest one is ${connector.latest_version}.`,
    );
  return { connector, row };
}

/** Answers with something of a version that never changes; `kind` tells its ETag from those of the version's other faces. */
export async function replyOfVersion<Result>(
  { params, caller, has }: VersionRequest & { readonly has: (etag: string) => boolean },
  context: Context,
  kind: string,
  show: (tx: Tx, row: VersionRow) => Promise<Result>,
): Promise<Reply<Result>> {
  return context.store.read(async (tx) => {
    const { connector, row } = await visibleVersion(tx, caller, params, context);
    const immutable = params.version !== "latest" && connector.state !== "unpublished";
    const etag = `"${row.digest}${kind}"`;
    const headers = {
      ...connectorHeaders(connector, etag),
      "cache-control": immutable ? "private, max-age=31536000, immutable" : "private, no-cache",
    };
    // What the caller has is neither read nor written again.
    if (has(etag)) return { status: 304, body: undefined as never, headers };
    return { status: 200, body: await show(tx, row), headers };
  });
}
