/** The one place that authorises: what a caller may not see does not exist (404), what it may not do is forbidden (403). */
import { type RouteName, routes } from "../core/api/routes.ts";
import { scopesAllow } from "../core/api/scopes.ts";
import { type Action, authority, may, permissionFor, type Subject } from "../core/lifecycle/authority.ts";
import type { Caller, Context } from "./context.ts";
import { ProblemError } from "./problem.ts";
import { type ConnectorRow, findConnector } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import { isConnected } from "./store/usage.ts";

/** Refuses what the scopes of a token leave out, whatever its roles are. */
export function ensureScope({ scopes }: Caller, name: RouteName): void {
  if (scopesAllow(scopes, name)) return;
  throw new ProblemError(
    "forbidden",
    routes[name].access === "usage:write"
      ? "Only a service token with the scope usage:write can report usage."
      : `The scope of this token (${scopes.join(", ")}) does not allow this. Use a token without it.`,
  );
}

/** A connector as the table of authority sees it. */
export async function subjectOf(tx: Tx, caller: Caller, row: ConnectorRow): Promise<Subject> {
  // Connections only matter where the state hides a connector from those who have none.
  const connected = row.state === "unpublished" ? await isConnected(tx, row.id, caller.enterprise) : false;
  return { enterprise: row.enterprise, createdBy: row.created_by, scope: row.scope, state: row.state, connected };
}

/** Whether a caller may see a connector. */
export async function canSee(tx: Tx, caller: Caller, row: ConnectorRow, context: Context): Promise<boolean> {
  return may(caller, "read", await subjectOf(tx, caller, row), context.policy) !== "no";
}

/** The connector that an address names, if the caller may see it. */
export async function visibleConnector(
  tx: Tx,
  caller: Caller,
  { namespace, slug }: { namespace: string; slug: string },
  context: Context,
): Promise<ConnectorRow> {
  const row = await findConnector(tx, `${namespace}/${slug}`);
  if (!row || !(await canSee(tx, caller, row, context))) throw notVisible(`${namespace}/${slug}`);
  return row;
}

export function notVisible(id: string): ProblemError {
  return new ProblemError("not-found", `There is no connector ${id}, or this token may not see it.`);
}

/** Lets a caller do something, or throws the problem `forbidden`. */
export function authorise(caller: Caller, action: Action, subject: Subject, context: Context, reason?: string): void {
  const answer = may(caller, action, subject, context.policy);
  if (answer === "yes") return;
  const { words } = authority[permissionFor(action, subject)];
  if (answer === "with_reason") {
    if (reason !== undefined && reason.trim() !== "") return;
    throw new ProblemError(
      "forbidden",
      `To ${words} in another enterprise needs a reason, which goes into its audit log. Give one as \`reason\`.`,
    );
  }
  const held = caller.roles.length === 0 ? "no role" : caller.roles.map((role) => role.replace("_", " ")).join(" and ");
  throw new ProblemError(
    "forbidden",
    `${caller.principal} (${held} of ${caller.enterprise}) may not ${words}. Ask an administrator to do it or to give you the role.`,
  );
}
