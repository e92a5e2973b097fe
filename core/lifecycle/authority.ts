/**
 * Who may do what: one table of role × action. Roles are additive: the most permissive cell among a person's roles counts.
 * `mine` is stricter than `own`; every cell is explained in `cellWords`.
 */
import type { State } from "./states.ts";

export const roles = ["viewer", "creator", "enterprise_admin", "platform_admin"] as const;
export type Role = (typeof roles)[number];

/**
 * yes: always · no: never · own: within the own enterprise · mine: made by oneself, within the own enterprise ·
 * connected: the own enterprise has a connection to it · others: not made by oneself · mine_or_connected, own_others, own_if_sdk,
 * policy: as the words say.
 */
type Cell =
  | "yes"
  | "no"
  | "own"
  | "mine"
  | "connected"
  | "mine_or_connected"
  | "others"
  | "own_others"
  | "own_if_sdk"
  | "policy"
  | "with_reason";

/** What each kind of cell means, for documents and refusals. */
export const cellWords: Record<Cell, string> = {
  yes: "always",
  no: "never",
  own: "in one's own enterprise",
  mine: "for what one made oneself",
  connected: "if one's own enterprise has a connection to it",
  mine_or_connected: "for one's own connectors, or if one's own enterprise has a connection to it",
  others: "if somebody else asks for it",
  own_others: "in one's own enterprise, if somebody else asks for it",
  own_if_sdk: "in one's own enterprise, if it may build connectors",
  policy: "in one's own enterprise, if its policy lets creators publish",
  with_reason: "always; in another enterprise with a reason",
};

interface Row {
  readonly words: string;
  readonly viewer: Cell;
  readonly creator: Cell;
  readonly enterprise_admin: Cell;
  readonly platform_admin: Cell;
}

/** The table. Where the scope matters, an action stands in it twice. */
export const authority = {
  read_global: row("see a connector of the global catalogue", "yes", "yes", "yes", "yes"),
  read_enterprise: row("see a connector of one enterprise", "own", "own", "own", "yes"),
  read_unpublished: row("see an unpublished connector", "connected", "mine_or_connected", "own", "yes"),
  // A draft belongs to whoever wrote it, also where the connector is somebody else's.
  read_draft: row("see a draft", "no", "mine", "mine", "yes"),
  write_draft: row("write a draft", "no", "mine", "mine", "no"),
  validate: row("validate without publishing", "no", "yes", "yes", "yes"),
  publish_enterprise: row("publish for one enterprise", "no", "policy", "own_if_sdk", "with_reason"),
  publish_global: row("publish in the global catalogue", "no", "no", "no", "yes"),
  request_enterprise: row("ask for a publication for one enterprise", "no", "own_if_sdk", "own_if_sdk", "no"),
  request_global: row("ask for a publication in the global catalogue", "no", "no", "own_if_sdk", "no"),
  request_promotion: row("request a promotion", "no", "no", "own", "no"),
  promote: row("promote to the global catalogue", "no", "no", "no", "yes"),
  // Nobody decides what they asked for themselves.
  read_review: row("see a request", "no", "mine", "own", "yes"),
  decide_enterprise: row("decide a request for one enterprise", "no", "no", "own_others", "others"),
  decide_global: row("decide a request for the global catalogue", "no", "no", "no", "others"),
  withdraw: row("withdraw a request", "no", "mine", "own", "no"),
  deprecate_enterprise: row("deprecate a connector of one enterprise", "no", "no", "own", "yes"),
  deprecate_global: row("deprecate a global connector", "no", "no", "no", "yes"),
  unpublish_enterprise: row("unpublish a connector of one enterprise", "no", "no", "own", "yes"),
  unpublish_global: row("unpublish a global connector", "no", "no", "no", "yes"),
  override_unpublish: row("unpublish a connector in use before its notice has passed", "no", "no", "no", "yes"),
  usage_own: row("read the usage numbers of one's own enterprise", "yes", "yes", "yes", "yes"),
  usage_all: row("read the usage numbers of all enterprises", "no", "no", "no", "yes"),
  audit: row("read the audit log of a connector", "no", "mine", "own", "yes"),
  audit_all: row("read all audit logs of an enterprise", "no", "no", "own", "yes"),
  read_policy: row("read an enterprise's policy", "own", "own", "own", "yes"),
  write_policy: row("decide an enterprise's policy", "no", "no", "own", "yes"),
  write_registry_policy: row("decide the registry's policy", "no", "no", "no", "yes"),
  read_notices: row("read what concerns one's enterprise", "own", "own", "own", "yes"),
  read_subscriptions: row("see where events are sent", "own", "own", "own", "yes"),
  write_subscriptions: row("decide where events are sent", "no", "no", "own", "yes"),
  tokens: row("list, create and revoke tokens", "no", "no", "own", "yes"),
} satisfies Record<string, Row>;

/** A row of the table. */
export type Permission = keyof typeof authority;

/** What a caller asks for; the scope of the connector decides which row of the table answers. */
export const actions = [
  "read",
  "validate",
  "write_draft",
  "publish",
  "request",
  "request_promotion",
  "promote",
  "read_review",
  "decide",
  "withdraw",
  "deprecate",
  "unpublish",
  "override_unpublish",
  "usage_own",
  "usage_all",
  "audit",
  "audit_all",
  "read_policy",
  "write_policy",
  "write_registry_policy",
  "read_notices",
  "read_subscriptions",
  "write_subscriptions",
  "tokens",
] as const;
export type Action = (typeof actions)[number];

export interface Actor {
  readonly principal: string;
  readonly enterprise: string;
  readonly roles: readonly Role[];
}

/**
 * What an action is done to. For `tokens`, `enterprise` is that of the token; scope and state do not matter. Of a request,
 * `createdBy` is who asks, and `scope` where it would be seen.
 */
export interface Subject {
  readonly enterprise: string;
  readonly createdBy?: string;
  readonly scope?: "enterprise" | "global";
  readonly state?: State;
  /** Whether the actor's enterprise has a connection to the connector. */
  readonly connected?: boolean;
}

/** What an enterprise may decide for itself. */
export interface AuthorityPolicy {
  readonly creatorsMayPublish: boolean;
  readonly sdkEnabled: boolean;
}

export const defaultPolicy: AuthorityPolicy = { creatorsMayPublish: false, sdkEnabled: true };

export type Answer = "yes" | "no" | "with_reason";

/** The row of the table that answers for an action on a subject. */
export function permissionFor(action: Action, subject: Subject): Permission {
  switch (action) {
    case "read":
      if (subject.state === "draft") return "read_draft";
      if (subject.state === "unpublished") return "read_unpublished";
      return subject.scope === "global" ? "read_global" : "read_enterprise";
    case "publish":
    case "request":
    case "decide":
    case "deprecate":
    case "unpublish":
      return subject.scope === "global" ? `${action}_global` : `${action}_enterprise`;
    default:
      return action;
  }
}

/** Whether an actor may do something; `with_reason` means yes, provided that a reason is given. */
export function may(actor: Actor, action: Action, subject: Subject, policy: AuthorityPolicy = defaultPolicy): Answer {
  const permission: Row = authority[permissionFor(action, subject)];
  let answer: Answer = "no";
  for (const role of actor.roles) {
    const one = judge(permission[role], actor, subject, policy);
    if (one === "yes") return "yes";
    if (one === "with_reason") answer = one;
  }
  return answer;
}

/** The roles that can hold a permission at all, whatever the subject. */
export function rolesFor(permission: Permission): Role[] {
  const cells: Row = authority[permission];
  return roles.filter((role) => cells[role] !== "no");
}

function judge(cell: Cell, actor: Actor, subject: Subject, policy: AuthorityPolicy): Answer {
  const own = actor.enterprise === subject.enterprise;
  const mine = own && actor.principal === subject.createdBy;
  const connected = subject.connected === true;
  switch (cell) {
    case "yes":
      return "yes";
    case "no":
      return "no";
    case "own":
      return own ? "yes" : "no";
    case "mine":
      return mine ? "yes" : "no";
    case "connected":
      return connected ? "yes" : "no";
    case "mine_or_connected":
      return mine || connected ? "yes" : "no";
    case "others":
      return mine ? "no" : "yes";
    case "own_others":
      return own && !mine ? "yes" : "no";
    case "own_if_sdk":
      return own && policy.sdkEnabled ? "yes" : "no";
    case "policy":
      return own && policy.creatorsMayPublish ? "yes" : "no";
    case "with_reason":
      return own ? "yes" : "with_reason";
  }
}

function row(words: string, viewer: Cell, creator: Cell, enterprise_admin: Cell, platform_admin: Cell): Row {
  return { words, viewer, creator, enterprise_admin, platform_admin };
}
