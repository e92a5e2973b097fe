import type { Hover, HoverParams } from "vscode-languageserver";
import { rules } from "../../core/checklist/generated.ts";
import type { Finding } from "../../core/checklist/types.ts";
import { cdm } from "../../core/model/cdm.ts";
import { pathOf, schemaOf, schemasAt } from "../../core/model/schema.ts";
import { rules as changes } from "../../core/versioning/generated.ts";
import type { VersionRuleDefinition } from "../../core/versioning/rule.ts";
import { linesOf, toRange } from "../convert.ts";
import type { Entry } from "../entry.ts";
import { defineFeature, type Located, locate } from "../feature.ts";

const changeById = new Map(changes.map((change) => [change.id, change]));
const byId = new Map(rules.map((rule) => [rule.id, rule]));

/** What a key means, and what the checklist has to say at this place: what, why, what to do. */
export default defineFeature<HoverParams>({
  name: "hover",
  capability: { hoverProvider: true },
  request: "textDocument/hover",
  async handle({ textDocument, position }, services): Promise<Hover | undefined> {
    const located = await locate(services, textDocument.uri);
    if (!located) return undefined;
    const offset = linesOf(located.file).offset(position);
    const findings = located.entry.findings.filter(
      ({ place }) => place.file === located.file && place.start <= offset && offset <= place.end,
    );
    const parts = [...field(located, offset), ...findings.map((finding) => explain(finding, located.entry))].filter(
      (part) => part !== "",
    );
    if (!parts.length) return undefined;
    const first = findings[0];
    return {
      contents: { kind: "markdown", value: parts.join("\n\n---\n\n") },
      ...(first && { range: toRange(first.place) }),
    };
  },
});

function explain(finding: Finding, entry: Entry): string {
  const rule = byId.get(finding.rule);
  const change = changeById.get(finding.rule);
  if (change && finding.related) return explainChange(change, entry);
  return rule ? `**${rule.summary}**\n\n${rule.why}\n\n${rule.todo}\n\n*Rule ${rule.id} · ${rule.source}*` : "";
}

/** Of a breaking change: why it breaks, who is hit, and what to do. */
function explainChange({ id, summary, why, todo }: VersionRuleDefinition, { baseline }: Entry): string {
  const users = baseline?.connector ? baseline.enterprises : undefined;
  const hit =
    users === undefined
      ? ""
      : users === 0
        ? `\n\nNobody uses ${baseline?.version} at the moment.`
        : `\n\n${users} enterprise${users === 1 ? " uses" : "s use"} ${baseline?.version}.`;
  return `**${summary}**\n\n${why}${hit}\n\n${todo}\n\n*Change ${id}*`;
}

/** The text of the schema for the key under the cursor; for a canonical field what the data model knows of it. */
function field({ entry, file }: Located, offset: number): string[] {
  const tree = file.tree;
  if (!tree) return [];
  const node = tree.innermost(offset);
  const keyStart = tree.keyStart(node);
  if (keyStart < 0) return [];
  const path = pathOf(tree, node);
  const key = path[path.length - 1] ?? "";
  if (path[0] === "field_mappings" && path[2] === "fields" && path.length === 4) {
    const domain = tree.scalar(tree.at(`/field_mappings/${path[1]}/domain`));
    const known = typeof domain === "string" ? cdm.get(domain)?.fields[key] : undefined;
    if (known)
      return [
        `**${domain}.${key}**: ${known.type}${known.required ? ", required" : ""}${known.pii === "None" ? "" : `, ${known.pii}`}`,
      ];
  }
  const schema = schemaOf(file, entry.connector.family);
  if (!schema) return [];
  const described = schemasAt(schema, path).find(({ description }) => description);
  if (!described?.description) return [];
  const values = described.enum
    ? `\n\nOne of ${described.enum.map((value) => `\`${String(value)}\``).join(", ")}.`
    : "";
  return [`**${key}**: ${described.description}${values}`];
}
