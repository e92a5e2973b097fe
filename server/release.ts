import type { ReleaseParams, WireFile } from "../core/api/language.ts";
import { coerce } from "../core/lifecycle/semver.ts";
import type { Connector } from "../core/model/connector.ts";
import { baseName } from "../core/model/files.ts";
import { setMember } from "../core/syntax/edits.ts";
import type { TextEdit } from "../core/syntax/source.ts";

/**
 * The files of a connector as they are published: the main file carries the number, and a definition the release notes of every
 * version but the first. Only these places change; the working copy is left to the client.
 */
export function releaseFiles(connector: Connector, release: ReleaseParams | undefined): WireFile[] {
  const edits = release ? releaseEdits(connector, release) : [];
  return connector.files.map(({ path, text }) => ({
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
  const yaml = connector.main.tree?.language !== "json";
  if (family !== "definition" || version === "1.0.0" || !notes)
    return yaml ? edits.map((edit) => plain(edit, version)) : edits;
  const entry = { notes, ...(migration_guide ? { migration_guide } : {}) };
  const releases = publication.get("releases");
  const written = publication.exists
    ? releases.exists
      ? setMember(releases, version, entry)
      : setMember(publication, "releases", { [version]: entry })
    : setMember(root, "publication", { releases: { [version]: entry } });
  const texts = [notes, migration_guide ?? ""].filter((text) => text.includes("\n"));
  edits.push(...written);
  if (!yaml) return edits;
  return edits.map((edit) => plain(edit, version)).map((edit) => ({ ...edit, newText: unfold(edit.newText, texts) }));
}

/** Three numbers are text in YAML also without quotes, and people write them so. */
function plain(edit: TextEdit, version: string): TextEdit {
  return { ...edit, newText: edit.newText.replaceAll(JSON.stringify(version), version) };
}

/** Texts of several lines are easier to read, and to compare later, as a block than as one quoted line. */
function unfold(newText: string, texts: readonly string[]): string {
  const newline = newText.includes("\r\n") ? "\r\n" : "\n";
  let result = newText;
  for (const text of texts) {
    const quoted = JSON.stringify(text);
    const at = result.indexOf(quoted);
    const after = result[at + quoted.length];
    // Inside a flow mapping a block cannot stand; there the quoted line stays.
    if (at < 0 || (after !== undefined && after !== "\n" && after !== "\r")) continue;
    const line = result.slice(result.lastIndexOf("\n", at) + 1, at);
    const indent = `${/^[ ]*/.exec(line)?.[0] ?? ""}  `;
    // A first line that begins with a space would be taken for a deeper indentation.
    if (/^\s/.test(text)) continue;
    const lines = text.trimEnd().split(/\r?\n/);
    const block = lines.map((each) => (each ? `${indent}${each}` : "")).join(newline);
    result = `${result.slice(0, at)}|-${newline}${block}${result.slice(at + quoted.length)}`;
  }
  return result;
}

function apply(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const { start, end, newText } of [...edits].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + newText + result.slice(end);
  return result;
}
