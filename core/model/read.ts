import { Reads } from "../syntax/reads.ts";
import type { SourceFile, SourceInput } from "../syntax/source.ts";
import type { Connector } from "./connector.ts";
import { DefinitionConnector } from "./definition/reader.ts";
import { baseName, type Family, familyByContent, familyByName, roleOf } from "./files.ts";
import { PowerPlatformConnector } from "./powerplatform/reader.ts";
import { toSource } from "./source-file.ts";

/**
 * Reads the files of one connector: a definition is one file (its icon and mocks may come along), a Power Platform connector is
 * a folder, or one of its files opened alone. Never throws; a text that is no connector is read as an empty one. `folder` says
 * that the files are all there is of a folder, so that a companion that is not among them is missing and not merely not shown. With `reads` the files may be edited afterwards (`Tree` of such a file is a `LiveTree`), and
 * everything that is asked of the connector is up to date.
 */
export function readConnector(
  inputs: readonly SourceInput[],
  options: { folder?: boolean; reads?: Reads } = {},
): Connector {
  const main = pickMain(inputs);
  const family = main ? familyOf(main) : "definition";
  const reads = options.reads ?? new Reads();
  const files: SourceFile[] = inputs.map((input) =>
    toSource(
      input,
      input === main && roleOf(input.path) === "other" ? "definition" : roleOf(input.path),
      options.reads,
    ),
  );
  const mainFile =
    files[main ? inputs.indexOf(main) : 0] ?? toSource({ path: "untitled.connector.yaml", text: "" }, "definition");
  const isFolder = options.folder ?? inputs.filter(({ path }) => roleOf(path) !== "project").length > 1;
  return family === "powerplatform"
    ? new PowerPlatformConnector(files, mainFile, isFolder, reads)
    : new DefinitionConnector(files, mainFile, isFolder, reads);
}

/** The file that the others belong to: a definition before properties, properties before anything else. */
function pickMain(inputs: readonly SourceInput[]): SourceInput | undefined {
  return (
    inputs.find((input) => roleOf(input.path) === "definition") ??
    inputs.find((input) => roleOf(input.path) === "properties") ??
    inputs.find((input) => roleOf(input.path) !== "project" && familyByContent(input.text) !== undefined) ??
    inputs[0]
  );
}

/** By name first, except that content wins where a `*.connector.json` is in truth a swagger document. Only one family has read-mes. */
export function familyOf(input: SourceInput): Family {
  const byName = familyByName(input.path) ?? familyByContent(input.text);
  return byName ?? (roleOf(input.path) === "readme" ? "powerplatform" : "definition");
}

/** Groups the files of one folder into connectors: every definition is one, the rest belongs to the swagger beside it. */
export function groupFolder(paths: readonly string[]): { main: string; companions: string[] }[] {
  const groups: { main: string; companions: string[] }[] = [];
  const swaggers = paths.filter((path) => roleOf(path) === "definition" && familyByName(path) === "powerplatform");
  const companions = paths.filter((path) =>
    ["properties", "readme", "settings", "script", "icon", "project"].includes(roleOf(path)),
  );
  const project = paths.filter((path) => roleOf(path) === "project");
  for (const path of paths) {
    if (roleOf(path) !== "definition") continue;
    if (familyByName(path) === "definition") groups.push({ main: path, companions: project });
    else {
      const stem = baseName(path)
        .replace(/\.swagger\.json$/i, "")
        .toLowerCase();
      // With several swagger files in one folder, companions belong to the one that shares their stem.
      const own =
        swaggers.length === 1
          ? companions
          : companions.filter((file) => baseName(file).toLowerCase().startsWith(`${stem}.`) || project.includes(file));
      groups.push({ main: path, companions: own });
    }
  }
  if (!swaggers.length) {
    const properties = paths.find((path) => roleOf(path) === "properties");
    if (properties) groups.push({ main: properties, companions: companions.filter((path) => path !== properties) });
  }
  return groups;
}
