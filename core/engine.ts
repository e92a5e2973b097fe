/**
 * The one entrance that editor, command line and registry share: text of a connector in, findings and verdict out.
 * Everything here is pure; `today` is given.
 */
import type { CheckOptions, Finding } from "./checklist/types.ts";
import type { SourceInput } from "./syntax/source.ts";
import type { CompareOptions, Verdict } from "./versioning/types.ts";

/** What everybody asks of a connector; the full model is in `core/model/connector.ts`. */
export interface Connector {
  readonly family: "definition" | "powerplatform";
  /** Display name; empty when the files give none. */
  readonly displayName: string;
  /** URL-safe slug; empty when none can be found. */
  readonly slugText: string;
  readonly descriptionText: string;
  /** The version as written in the file; empty when none is given. */
  readonly versionText: string;
  readonly operationIds: readonly string[];
  /** General, OEM, DMS, … for definitions; empty for Power Platform folders. */
  readonly typeText: string;
  /** none, api_key, basic, oauth2, bearer … */
  readonly authType: string;
}

export function readConnector(_inputs: readonly SourceInput[]): Connector {
  return { family: "definition", displayName: "", slugText: "", descriptionText: "", versionText: "", operationIds: [], typeText: "", authType: "" };
}
export function checkConnector(_connector: Connector, _options: CheckOptions): readonly Finding[] {
  return [];
}
export function compareConnectors(_before: Connector, _after: Connector, _options?: CompareOptions): Verdict {
  return { bump: "none", changes: [] };
}
