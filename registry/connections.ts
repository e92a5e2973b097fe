/** What connections may be made to. */
import { ProblemError } from "./problem.ts";
import type { ConnectorRow } from "./store/connectors.ts";

/** Why a connector takes no new connections; one that was there before goes on, whatever its state was. */
export function whyNotConnectable(
  { id, state }: ConnectorRow,
  before: { readonly connector_id: string } | undefined,
): string | undefined {
  if (state !== "unpublished" || before?.connector_id === id) return undefined;
  return `${id} is unpublished and takes no new connections. Those that it has go on working.`;
}

/** Refuses a new connection to an unpublished connector. */
export function ensureConnectable(row: ConnectorRow, before: { readonly connector_id: string } | undefined): void {
  const reason = whyNotConnectable(row, before);
  if (reason !== undefined) throw new ProblemError("connector-unpublished", reason);
}
