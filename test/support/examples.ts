import { checkConnector } from "../../core/checklist/check.ts";
import type { RuleDefinition } from "../../core/checklist/rule.ts";
import type { Finding, Profile } from "../../core/checklist/types.ts";
import type { Family } from "../../core/model/files.ts";
import { readConnector } from "../../core/model/read.ts";

export { applyEdits } from "../../core/syntax/apply.ts";

import { Lines } from "../../core/syntax/lines.ts";
import type { SourceInput } from "../../core/syntax/source.ts";

export interface Marker {
  readonly path: string;
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const MARKER = /^(\s*)(\^+)(?: (.*))?$/;

/** Name of an example's first file, by what its text looks like. */
export function mainName(text: string, family: Family): string {
  if (family === "definition")
    return text.trimStart().startsWith("{") ? "example.connector.json" : "example.connector.yaml";
  return "apiDefinition.swagger.json";
}

/** Whose format an example of a change is written in: definitions in YAML, Power Platform connectors in JSON. */
export function familyOf(text: string): Family {
  return /^\s*[{=]/.test(text) ? "powerplatform" : "definition";
}

/** Splits an example into its files and takes the marker lines out. */
export function readExample(example: string, family: Family): { files: SourceInput[]; markers: Marker[] } {
  const parts = example.split(/^=== (.+) ===\n/m);
  const named: [string, string][] = [];
  if (parts[0]?.trim()) named.push([mainName(parts[0], family), parts[0]]);
  for (let i = 1; i + 1 <= parts.length - 1; i += 2) named.push([parts[i] as string, parts[i + 1] as string]);
  const markers: Marker[] = [];
  const files = named.map(([path, text]) => {
    const kept: string[] = [];
    for (const line of text.split("\n")) {
      const match = MARKER.exec(line);
      if (match && kept.length) {
        const from = (match[1] as string).length;
        markers.push({
          path,
          line: kept.length - 1,
          from,
          to: from + (match[2] as string).length,
          text: match[3] ?? "",
        });
      } else kept.push(line);
    }
    return { path, text: kept.join("\n") };
  });
  return { files, markers };
}

/** `<1000 times a>` in an example stands for so many letters, which nobody wants to read. */
const TIMES = /<(\d+) times (.)>/g;

/** Findings of one rule on an example, which is all there is of a connector. */
export function findingsOf(
  rule: RuleDefinition,
  files: readonly SourceInput[],
  folder = files.length > 1,
): readonly Finding[] {
  const profile: Profile = rule.profiles?.[0] ?? "certified";
  const texts = files.map((file) => ({
    ...file,
    text: file.text.replace(TIMES, (_all, times: string, letter: string) => letter.repeat(Number(times))),
  }));
  const connector = readConnector(texts, { folder });
  return checkConnector(connector, { today: "2026-01-15", profile, complete: true }, [rule]).filter(
    (finding) => finding.rule === rule.id || finding.rule === "internal",
  );
}

/** A finding the way a marker is written, so that both can be compared as text. */
export function showFinding(finding: Finding): string {
  const range = new Lines(finding.place.file.text).range(finding.place.start, finding.place.end);
  return `${finding.place.file.path}:${range.start.line}:${range.start.character}-${range.end.line === range.start.line ? range.end.character : "…"}`;
}
export function showMarker(marker: Marker): string {
  return `${marker.path}:${marker.line}:${marker.from}-${marker.to}`;
}
