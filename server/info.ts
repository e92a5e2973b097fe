import type { ConnectorInfo, WireSection } from "../core/api/language.ts";
import { applies } from "../core/checklist/check.ts";
import { rules } from "../core/checklist/generated.ts";
import type { Section } from "../core/checklist/types.ts";
import { coerce, next } from "../core/lifecycle/semver.ts";
import { toWireChange, toWireFinding } from "./convert.ts";
import type { Entry } from "./entry.ts";
import type { Workspace } from "./workspace.ts";

const TITLES: Readonly<Record<Section, string>> = {
  syntax: "Syntax",
  overview: "Overview",
  auth: "Auth & Credentials",
  operations: "Operations",
  resilience: "Resilience",
  tests: "Tests",
  mappings: "Field Mappings",
  publication: "Publication",
  files: "Files",
};

/** Sections of the checklist with how many of their rules hold. */
function sections(entry: Entry): WireSection[] {
  const failing = new Set(
    entry.findings.filter(({ severity }) => severity === "error" || severity === "warning").map(({ rule }) => rule),
  );
  const active = rules.filter((rule) => applies(rule, entry.connector.family, entry.profile));
  return (Object.keys(TITLES) as Section[]).flatMap((section) => {
    const own = section === "syntax" ? [{ id: "syntax" }] : active.filter((rule) => rule.section === section);
    return own.length
      ? [
          {
            section,
            title: TITLES[section],
            total: own.length,
            passed: own.filter((rule) => !failing.has(rule.id)).length,
          },
        ]
      : [];
  });
}

/** Everything that views show of a connector. */
export function infoOf(workspace: Workspace, entry: Entry): ConnectorInfo {
  const { connector, baseline, verdict } = entry;
  const written = connector.versionText;
  const semver = written ? coerce(written)?.text : undefined;
  const latest = baseline?.versions[0];
  return {
    uri: workspace.document(entry.uri)?.uri ?? entry.uri,
    name: connector.displayName,
    slug: connector.slugText,
    family: connector.family,
    profile: entry.profile,
    ...(written && { version: written }),
    ...(semver && { semver }),
    operations: connector.operations.length,
    sections: sections(entry),
    findings: entry.findings.map((finding) => toWireFinding(workspace, entry, finding)),
    attestations: entry.attestations.map(({ id, title, todo, by, attestedBy, on }) => ({
      id,
      title,
      todo,
      by,
      attested_by: attestedBy,
      on,
    })),
    ...(baseline &&
      verdict && {
        verdict: {
          baseline: baseline.version,
          latest: latest ?? "",
          others: baseline.others?.length ?? 0,
          ...(baseline.as_of && { as_of: baseline.as_of }),
          baseline_state: baseline.state,
          published_at: baseline.published_at,
          enterprises: baseline.enterprises,
          bump: verdict.bump,
          next: verdict.bump === "none" && latest ? latest : next(latest, verdict.bump),
          changes: verdict.changes.map((change) => toWireChange(workspace, entry, change)),
        },
      }),
    next: baseline
      ? next(latest, verdict && verdict.bump !== "none" ? verdict.bump : "patch")
      : next(undefined, "none"),
  };
}
