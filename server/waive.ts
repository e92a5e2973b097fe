import type { WaiveParams, WaiveResult } from "../core/api/language.ts";
import { waive } from "../core/checklist/waivers.ts";
import { dirName, PROJECT_FILE } from "../core/model/files.ts";
import { Lines } from "../core/syntax/lines.ts";
import { linesOf } from "./convert.ts";
import { canonicalUri, folderOf, type Workspace } from "./workspace.ts";

/** The change of the settings that waives a finding; `null` where there is no such finding any more. */
export async function waiveFinding(
  workspace: Workspace,
  { uri, rule, range, reason, author, expires }: WaiveParams,
): Promise<WaiveResult | null> {
  const entry = await workspace.checked(uri);
  if (!entry) return null;
  const wanted = canonicalUri(uri);
  const finding = entry.findings.find(({ rule: id, place }) => {
    if (id !== rule || entry.uris.get(place.file.path) !== wanted) return false;
    const lines = linesOf(place.file);
    return place.start <= lines.offset(range.end) && place.end >= lines.offset(range.start);
  });
  if (!finding) return null;
  const { connector } = entry;
  const folder = dirName(connector.main.path);
  const path = folder ? `${folder}/${PROJECT_FILE}` : PROJECT_FILE;
  const [edit] = waive(finding, { reason, author, ...(expires && { expires }) }, connector, path);
  if (!edit) return null;
  const settings = connector.files.find((file) => file.path === path);
  return {
    uri: settings ? workspace.uriOf(entry, settings) : `${folderOf(uri)}/${PROJECT_FILE}`,
    creates: settings === undefined,
    range: new Lines(settings?.text ?? "").range(edit.start, edit.end),
    text: edit.newText,
  };
}
