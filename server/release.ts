import type { ReleaseParams, WireFile } from "../core/api/language.ts";
import { coerce } from "../core/lifecycle/semver.ts";
import type { Connector } from "../core/model/connector.ts";
import { baseName, dirName } from "../core/model/files.ts";
import { setMember } from "../core/syntax/edits.ts";
import type { TextEdit } from "../core/syntax/source.ts";

/**
 * The files of a connector as they are published: the main file carries the number, and a definition the release notes of every
 * version but the first. Only these places change; the working copy is left to the client.
 */
export function releaseFiles(connector: Connector, release: ReleaseParams | undefined): WireFile[] {
  const edits = release ? releaseEdits(connector, release) : [];
  const folder = dirName(connector.main.path);
  // Settings above the connector are no part of it.
  return connector.files
    .filter(({ path }) => dirName(path) === folder)
    .map(({ path, text }) => ({
      path: baseName(path),
      text: path === connector.main.path ? apply(text, edits) : text,
    }));
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

function apply(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}
