/** What handlers work with, and how they look. */
import type { Operations, RouteName } from "../core/api/routes.ts";
import type { TokenScope } from "../core/api/types.ts";
import type { Actor, AuthorityPolicy } from "../core/lifecycle/authority.ts";
import type { Channels } from "./jobs/deliver.ts";
import type { Identities, Publishers } from "./oidc.ts";
import type { Store } from "./store/driver.ts";

/** Who calls: the actor behind the token. A route that is open to anybody has a caller without name and roles. */
export interface Caller extends Actor {
  readonly scopes: readonly TokenScope[];
  readonly tokenId: string;
  readonly expiresAt: string | null;
}

/** A caller as audit log, events and log name it: people are known within their enterprise only. */
export function actorOf({ principal, enterprise }: Pick<Caller, "principal" | "enterprise">): string {
  return `${principal}@${enterprise}`;
}

export interface Context {
  readonly store: Store;
  /** Now, as an RFC 3339 time in UTC. */
  readonly now: () => string;
  readonly policy: AuthorityPolicy;
  /** Where events can be sent. */
  readonly sending: Channels;
  /** Where others reach the registry, without a slash at the end. */
  readonly publicUrl: () => string;
  /** The identity provider whose tokens count; none if absent. */
  readonly oidc: Identities | undefined;
  /** The build jobs that may publish; none if absent. */
  readonly publishers: Publishers | undefined;
}

export interface Request<Name extends RouteName> {
  readonly params: Operations[Name]["params"];
  readonly query: Operations[Name]["query"];
  readonly body: Operations[Name]["body"];
  readonly caller: Caller;
  readonly ifMatch: string | undefined;
  /** Whether the caller has what has this ETag already. */
  readonly has: (etag: string) => boolean;
  /** Path and query as they were asked for. */
  readonly url: string;
}

export interface Reply<Result> {
  readonly status: number;
  readonly body: Result;
  readonly headers?: Record<string, string>;
}

export type Handler<Name extends RouteName> = (
  request: Request<Name>,
  context: Context,
) => Promise<Reply<Operations[Name]["result"]>>;
