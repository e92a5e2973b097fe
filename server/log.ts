import type { WireExplained } from "../core/api/language.ts";
import { explainLog } from "../core/explain/explain.ts";
import { ruleUrl } from "../core/links.ts";
import { toRange } from "./convert.ts";
import type { Entry } from "./entry.ts";
import type { Workspace } from "./workspace.ts";

/** A pasted log, entry by entry, with places in the files as they are now. */
export function explained(workspace: Workspace, entry: Entry, text: string, today: string): WireExplained[] {
  const { connector, profile } = entry;
  return explainLog(text, connector, { today, profile }).map(
    ({ entry: { severity, message }, place, rule, todo, finding }) => ({
      severity,
      message,
      ...(place && { uri: workspace.uriOf(entry, place.file), range: toRange(place) }),
      rule,
      url: rule && ruleUrl(rule),
      todo,
      found: finding !== undefined,
    }),
  );
}
