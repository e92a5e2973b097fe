/** What a row of the table of routes says. */
import type { Action, Permission } from "../lifecycle/authority.ts";
import type { ProblemCode } from "./problems.ts";
import type { QueryName, SchemaName } from "./schemas.ts";

export interface ConnectorParams {
  namespace: string;
  slug: string;
}
export type None = Record<never, never>;

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Who may call a route: anybody, everybody with a token, a service with the scope, or whom the table of authority lets. */
type Access = "public" | "token" | "usage:write" | Action;

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  /** The rows of the table of authority that can answer, for the documentation. */
  readonly permissions?: readonly Permission[];
  readonly query?: QueryName;
  readonly body?: SchemaName;
  readonly result?: SchemaName;
  /** Statuses of success, the usual one first. */
  readonly statuses: readonly number[];
  /** What has to be given in If-Match: the ETag of this. A draft needs it only where there is one already. */
  readonly ifMatch?: "connector" | "request" | "draft" | "policy";
  /** Problems beyond those that every route of its kind can have. */
  readonly problems: readonly ProblemCode[];
}

export const connectorPath = "/api/v1/connectors/{namespace}/{slug}";
