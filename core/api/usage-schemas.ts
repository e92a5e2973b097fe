/** The JSON Schemas of connections, and of who is hit by changes. */
import { boolean, count, list, nullable, object, oneOf, reference, string, time, versionText } from "./schema-words.ts";

const connectionState = oneOf("active", "inactive");

export const usageSchemas = {
  ConnectionRequest: object({
    connector: reference,
    version: versionText,
    state: connectionState,
    "example_data?": boolean,
  }),
  ConnectionInfo: object({
    id: string(),
    enterprise: string(),
    connector: string(),
    version: versionText,
    state: connectionState,
    example_data: boolean,
    updated_at: time,
  }),
  Impact: object({
    connector: string(),
    version: versionText,
    baseline: nullable(versionText),
    view: oneOf("all", "own"),
    example_data: boolean,
    breaking: count,
    everybody: boolean,
    enterprises: count,
    enterprises_hit: count,
    active_connections: count,
    orchestrations_hit: count,
    operations: list(
      object({ operation: string(), changes: count, enterprises: count, orchestrations: count, calls_30_days: count }),
    ),
    hit: list(
      object({ enterprise: string(), active_connections: count, orchestrations: count, operations: list(string()) }),
    ),
  }),
};
