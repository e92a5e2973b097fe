/** What goes over the wire of connections, and of who is hit by changes. */

/** A connection as the platform's runtime keeps it. */
export interface ConnectionRequest {
  connector: string;
  /** The version that it is pinned to. */
  version: string;
  state: "active" | "inactive";
  example_data?: boolean;
}
export interface ConnectionInfo {
  id: string;
  enterprise: string;
  connector: string;
  version: string;
  state: "active" | "inactive";
  example_data: boolean;
  updated_at: string;
}

/** An operation that breaks, and who calls it. */
export interface OperationImpact {
  operation: string;
  /** Changes that break it. */
  changes: number;
  enterprises: number;
  orchestrations: number;
  calls_30_days: number;
}
/** An enterprise that is hit. */
export interface EnterpriseImpact {
  enterprise: string;
  active_connections: number;
  /** Its orchestrations that call an operation which breaks; all of them where the connection itself breaks. */
  orchestrations: number;
  /** The operations that break and that it calls. */
  operations: string[];
}
/** Who is hit by the changes of a version: of all enterprises for a platform admin, of the own one for others. */
export interface Impact {
  connector: string;
  version: string;
  baseline: string | null;
  view: "all" | "own";
  example_data: boolean;
  /** Changes that break something. */
  breaking: number;
  /** Whether a change breaks every connection, whatever it calls: of sign-in, address or the connector as a whole. */
  everybody: boolean;
  /** Enterprises that use the connector, and those of them that are hit. */
  enterprises: number;
  enterprises_hit: number;
  active_connections: number;
  orchestrations_hit: number;
  operations: OperationImpact[];
  /** Those that are hit, the most used first, at most 100; names of others are for platform admins only. */
  hit: EnterpriseImpact[];
}
