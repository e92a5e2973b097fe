import type { Connector } from "../model/connector.ts";
import type { CompareOptions, Verdict } from "./types.ts";

export function compareConnectors(_before: Connector, _after: Connector, _options?: CompareOptions): Verdict {
  return { bump: "none", changes: [] };
}
