import type { Place, TextEdit } from "../syntax/source.ts";

export type Severity = "error" | "warning" | "info" | "hint";

/** Which expectations apply: a private connector, one certified by Microsoft, or one by an independent publisher. */
export type Profile = "custom" | "certified" | "independent";

/** Where a connector is to be published: within one enterprise, or in the global catalogue. */
export type Scope = "enterprise" | "global";

/** The groups of the checklist, in the order of the Builder's tabs. */
export type Section =
  | "syntax"
  | "overview"
  | "auth"
  | "operations"
  | "resilience"
  | "tests"
  | "mappings"
  | "publication"
  | "files";

/** A proposed change that makes a finding go away. `edits` is computed only when somebody asks for it. */
export interface Fix {
  /** Named by its result, for example: Add "x-ms-summary": "Customer ID". */
  readonly title: string;
  readonly edits: () => readonly TextEdit[];
  /** A file of the connector that gets another name in the same folder. */
  readonly rename?: { readonly path: string; readonly to: string };
}

/** One thing that the checklist has to say about a connector, at the narrowest place that the author has to change. */
export interface Finding {
  readonly rule: string;
  readonly section: Section;
  readonly severity: Severity;
  readonly message: string;
  readonly place: Place;
  /** Codes of the official validator that say the same, for comparing logs. */
  readonly codes: readonly string[];
  readonly fixes: readonly Fix[];
  /** Other places that it is about, such as what stood there in the version that it is compared with. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
}

export interface CheckOptions {
  /** The current day as YYYY-MM-DD; the core has no clock. */
  readonly today: string;
  /** `auto` (the default) finds the profile from folder, brand colour and publisher. */
  readonly profile?: Profile | "auto";
  readonly scope?: Scope;
  /** The folder is all there is: icons and scripts that it lacks are missing, and have not just been left out. */
  readonly complete?: boolean;
  /**
   * What of `.patchbay.yaml` counts: all of it (the default), or only its waivers, where somebody else decides what is asked.
   */
  readonly project?: "all" | "waivers";
  /** Other severities for rules, decided by whoever asks; they count more than those of `.patchbay.yaml`. */
  readonly severities?: ReadonlyMap<string, Severity | "off">;
  /** Findings from elsewhere that waivers may be for: the breaking changes, where there is a version to compare with. */
  readonly besides?: readonly Finding[];
  /** Release notes come along with the publication, so that the file need not hold them. */
  readonly notesGiven?: boolean;
}
