/** The catalogue of changes: docs/changes.md and a page for each kind in docs/changes. */
import { echoes } from "../core/versioning/echoes.ts";
import { elsewhere, type SaidElsewhere } from "../core/versioning/elsewhere.ts";
import type { Equivalence } from "../core/versioning/equivalence.ts";
import { definitionOverrides } from "../core/versioning/overrides.ts";
import type { VersionRuleDefinition } from "../core/versioning/rule.ts";
import type { Preset } from "../core/versioning/types.ts";
import { banner, families, fence } from "./docs.ts";
import { otherTools } from "./other-tools.ts";

/** Every page of the catalogue by its path below docs. */
export function changePages(
  rules: readonly VersionRuleDefinition[],
  equivalences: readonly Equivalence[],
): ReadonlyMap<string, string> {
  return new Map([
    ["changes.md", cataloguePage(rules, equivalences)],
    ...rules.map((rule) => [`changes/${rule.id}.md`, changePage(rule)] as const),
    ...equivalences.map((equivalence) => [`changes/${equivalence.id}.md`, equivalencePage(equivalence)] as const),
  ]);
}

const WHOM: Readonly<Record<VersionRuleDefinition["direction"], string>> = {
  request: "who sends",
  response: "who reads what comes back",
  auth: "who signs in",
  behaviour: "who relies on how calls are carried out",
  metadata: "who reads texts and marks",
  none: "everybody alike",
};

function changePage(rule: VersionRuleDefinition): string {
  const { official, witness } = rule;
  const facts = [
    rule.only ? `Required bump: major under the preset ${rule.only}; the others do not know it` : bumps(rule),
    `Applies to: ${families(rule.families)}`,
    `Reaches: ${WHOM[rule.direction]}`,
    `Since: ${rule.since}`,
    ...(official ? [`The official change validator says: ${official.message} (\`${official.valuePath}\`)`] : []),
    ...others(rule.id),
  ];
  return `${banner}# ${rule.id}

${rule.summary}

${facts.map((fact) => `- ${fact}`).join("\n")}

**Why.** ${rule.why}
${rule.breaks ? `\n**Who breaks.** ${rule.breaks}\n` : ""}
**What to do.** ${rule.todo}
${witness ? `\n| For example | ${code(witness.step)} |\n|---|---|\n| before | ${cell(witness.before)} |\n| after | ${cell(witness.after)} |\n` : ""}
${rule.examples.map(({ before, after, expect }) => `## ${expect.includes(rule.id) ? "Judged so" : "Not judged so"}\n\n${expect.length ? `Gives ${expect.map((id) => (id === rule.id ? `\`${id}\`` : `[${id}](${id}.md)`)).join(", ")}.` : "Gives nothing."}\n\n${pair(before, after)}`).join("\n")}`;
}

function equivalencePage({ id, summary, why, examples }: Equivalence): string {
  return `${banner}# ${id}

${summary}

- Required bump: none; nothing is reported
${others(id)
  .map((fact) => `- ${fact}\n`)
  .join("")}
**Why.** ${why}

${examples.map(({ before, after }) => `## The same\n\n${pair(before, after)}`).join("\n")}`;
}

function pair(before: string, after: string): string {
  return `Before:\n\n${fence(before)}\nAfter:\n\n${fence(after)}`;
}

function bumps({ requires, presets = {} }: VersionRuleDefinition): string {
  const other = Object.entries(presets).map(([name, bump]) => `${name}: ${bump}`);
  return `Required bump: ${requires}${other.length ? ` (${other.join(", ")})` : ""}`;
}

/** What other tools say, one fact each. */
function others(id: string): string[] {
  const { oasdiff, azure } = otherTools[id] ?? {};
  return [
    ...(oasdiff ? [`oasdiff: ${oasdiff}`] : []),
    ...(azure ? [`Azure openapi-diff: ${azure.length > 1 ? "rules" : "rule"} ${azure.join(", ")}`] : []),
  ];
}

function cataloguePage(rules: readonly VersionRuleDefinition[], equivalences: readonly Equivalence[]): string {
  const order = ["major", "minor", "patch", "none"] as const;
  const sections = order.flatMap((bump) => {
    const own = rules.filter(({ requires, only }) => requires === bump && !only);
    return own.length ? [`## ${TITLES[bump]}\n\n${changeTable(own)}`] : [];
  });
  return `${banner}# Changes between versions

A change needs a **major** version if somebody who uses the last version can fail with the next one; a **minor** one if somebody who uses the next version
can fail with the last one, or people have to be told; a **patch** if everybody gets on with both. Whoever sends is safe while more is accepted; whoever reads is
safe while less can come. The largest need of all changes is what the version number has to show.

Debatable changes are judged by a preset: \`default\`, \`strict\`, \`lenient\`, or \`microsoft\`, which prints what the official change validator prints and counts all
of it as major. An empty cell means that the preset asks for the same as the default.

${sections.join("\n")}
## Only under the preset microsoft

${changeTable(rules.filter(({ only }) => only))}
## The same in other words

Nothing is reported for these.

| Kind | What may be written otherwise | oasdiff |
|---|---|---|
${equivalences.map(({ id, summary }) => `| [${id}](changes/${id}.md) | ${cell(summary)} | ${otherTools[id]?.oasdiff ?? ""} |`).join("\n")}

## Said elsewhere

Kinds of change that no comparison of two texts finds, because no text says them.

| Kind | Bump | What happens | Why it is not compared | Who says it |
|---|---|---|---|---|
${elsewhere.map((each) => `| ${each.id} | ${each.bump} | ${cell(each.summary)} | ${cell(each.reason)} | ${instead(each)} |`).join("\n")}

## One edit, one change

Facts that only repeat another one are left out.

| Left out | Where this is found | Why |
|---|---|---|
${echoes.map((echo) => `| ${echo.echoes.map(code).join(", ")} | ${echo.of.map(code).join(", ")} | ${cell(echo.reason)} |`).join("\n")}

## Connector definitions judged otherwise

| Kind | Bump | Why |
|---|---|---|
${Object.entries(definitionOverrides)
  .map(([id, { bump, reason }]) => `| [${id}](changes/${id}.md) | ${bump} | ${cell(reason)} |`)
  .join("\n")}
`;
}

const TITLES: Readonly<Record<VersionRuleDefinition["requires"], string>> = {
  major: "Major",
  minor: "Minor",
  patch: "Patch",
  none: "No new version",
};

function changeTable(rules: readonly VersionRuleDefinition[]): string {
  const rows = rules.map((rule) => {
    const asks = (preset: Preset): string => rule.presets?.[preset] ?? "";
    const family = rule.families.map((each) => (each === "definition" ? "A" : "B")).join(", ");
    const columns = [
      `[${rule.id}](changes/${rule.id}.md)`,
      family,
      asks("strict"),
      asks("lenient"),
      rule.official ? "yes" : "",
      otherTools[rule.id]?.oasdiff ?? "",
      cell(rule.summary),
      cell(rule.breaks ?? ""),
    ];
    return `| ${columns.join(" | ")} |`;
  });
  return `A = connector definitions, B = Power Platform connectors.

| Kind | Family | strict | lenient | official | oasdiff | What changed | Who breaks |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}

function instead({ instead: { action, refusal, changes = [] } }: SaidElsewhere): string {
  return [
    ...(action ? [`the registry, on the step ${code(action)}`] : []),
    ...(refusal ? [`the registry's refusal ${code(refusal)}`] : []),
    ...changes.map((id) => `[${id}](changes/${id}.md)`),
  ].join(", ");
}

/** Text in a cell of a table. */
function cell(text: string): string {
  return text.replace(/\|/g, "\\|");
}
function code(text: string): string {
  return `\`${cell(text)}\``;
}
