import { rules } from "./checklist/generated.ts";
import type { Severity } from "./checklist/types.ts";
import { ruleUrl } from "./links.ts";
import { severityOf } from "./versioning/compare.ts";
import { rules as changes } from "./versioning/generated.ts";
import type { Bump } from "./versioning/types.ts";

/** One line of the list of everything that can be reported: a checklist rule, or a kind of change. */
export interface CatalogueEntry {
  readonly id: string;
  readonly kind: "checklist" | "change";
  readonly families: readonly string[];
  readonly severity: Severity;
  /** What a change asks of the version; `null` for checklist rules. */
  readonly bump: Bump | null;
  readonly summary: string;
  /** Codes or sentences of the official validators that say the same. */
  readonly codes: readonly string[];
  readonly url: string;
}

/** Every checklist rule and then every kind of change, each sorted by id. */
export function catalogue(): CatalogueEntry[] {
  return [
    ...rules.map(
      ({ id, families, severity, summary, codes = [] }): CatalogueEntry => ({
        id,
        kind: "checklist",
        families,
        severity,
        bump: null,
        summary,
        codes,
        url: ruleUrl(id),
      }),
    ),
    ...changes.map(
      ({ id, families, requires, summary, official }): CatalogueEntry => ({
        id,
        kind: "change",
        families,
        severity: severityOf(requires),
        bump: requires,
        summary,
        codes: official ? [official.message] : [],
        url: ruleUrl(id),
      }),
    ),
  ];
}
