import type { MigrationGuideParams, ReleaseParams, WireFile } from "../core/api/language.ts";
import { migrationGuide } from "../core/guide/migration.ts";
import { releaseNotes } from "../core/guide/notes.ts";
import { coerce } from "../core/lifecycle/semver.ts";
import type { Connector } from "../core/model/connector.ts";
import { baseName, dirName } from "../core/model/files.ts";
import { applyToText } from "../core/syntax/apply.ts";
import { setMember } from "../core/syntax/edits.ts";
import type { TextEdit } from "../core/syntax/source.ts";
import type { Entry } from "./entry.ts";

/**
 * The files of a connector as they are published: the main file carries the number, and a definition the release notes of every
 * version but the first. Only these places change; the working copy is left to the client.
 */
export function releaseFiles(connector: Connector, release: ReleaseParams | undefined): WireFile[] {
  const edits = release ? releaseEdits(connector, release) : [];
  const folder = dirName(connector.main.path);
  // Settings above the connector are no part of it, nor is what only lies beside it: of that no more than the name is known.
  return connector.files
    .filter(({ path, role }) => dirName(path) === folder && role !== "other" && role !== "package")
    .map(({ path, text }) => ({
      path: baseName(path),
      text: path === connector.main.path ? applyToText(text, edits) : text,
    }));
}

/** Release notes drafted from the changes, for a person to edit. */
export function notesOf({ connector, verdict }: Entry): string {
  return verdict ? releaseNotes(verdict, connector) : "First release.\n";
}

/** The migration guide to a version: what the definition has for it, or else drafted from the changes. */
export function guideOf(entry: Entry, { version, usage }: MigrationGuideParams, today: string): string {
  const { connector, verdict, published, baseline } = entry;
  const written = connector.publication.path("releases", version).get("migration_guide").string;
  if (written?.trim()) return written;
  if (!verdict || !published || !baseline) return "";
  const from = { version: baseline.version, connector: published };
  return migrationGuide({ verdict, from, to: { version, connector }, today, usage });
}

function releaseEdits(connector: Connector, { version, notes, migration_guide }: ReleaseParams): TextEdit[] {
  const { root, family, publication } = connector;
  const edits: TextEdit[] = [];
  if (coerce(connector.versionText)?.text !== version)
    edits.push(
      ...(family === "definition"
        ? setMember(root, "version", version, "format_version")
        : setMember(root.get("info"), "version", version)),
    );
  if (family !== "definition" || version === "1.0.0" || !notes) return edits;
  const entry = { notes, ...(migration_guide ? { migration_guide } : {}) };
  const releases = publication.get("releases");
  const written = publication.exists
    ? releases.exists
      ? setMember(releases, version, entry)
      : setMember(publication, "releases", { [version]: entry })
    : setMember(root, "publication", { releases: { [version]: entry } });
  return [...edits, ...written];
}
