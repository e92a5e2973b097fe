import { rules as changes } from "./versioning/generated.ts";

const kindsOfChange: ReadonlySet<string> = new Set(changes.map(({ id }) => id));

/** Address of the page of a rule or kind of change in the documentation that ships with the product; relative, so that no host is baked in. */
export function ruleUrl(id: string): string {
  return `docs/${kindsOfChange.has(id) ? "changes" : "rules"}/${id}.md`;
}
