import type { FileRole } from "../syntax/source.ts";

export type Family = "definition" | "powerplatform";

/** Last segment of a path that uses `/` or `\`. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
/** Everything before the last segment; empty for a bare name. */
export function dirName(path: string): string {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return at < 0 ? "" : path.slice(0, at);
}

/** A path as seen from a folder, without `.` and, as far as the folder reaches, without `..`. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split("/")) {
    const last = parts.at(-1);
    if (part === ".." && last !== undefined && last !== ".." && last !== "") parts.pop();
    else if (part !== "." && (part !== "" || (parts.length === 0 && folder !== ""))) parts.push(part);
  }
  return parts.join("/");
}

/** Name of the file that says how connectors beside and below it are checked. */
export const PROJECT_FILE = ".patchbay.yaml";

/** What the event of a pull request is called as a file of a connector, wherever it came from. */
export const PULL_REQUEST = "pull-request.event.json";

const DEFINITION = /\.connector\.(?:ya?ml|json)$/i;
const SWAGGER = /(?:\.swagger\.json|^api[-_ ]?defin[a-z]*\.json)$/i;
const PROPERTIES = /^(?:.+\.)?api[-_ ]?properties\.json$/i;

/** What a file is for, judged by its name alone; letter case and small misspellings are forgiven, a rule reports them. */
export function roleOf(path: string): FileRole {
  const name = baseName(path);
  if (DEFINITION.test(name) || SWAGGER.test(name)) return "definition";
  if (PROPERTIES.test(name)) return "properties";
  if (/^(?:readme|intro)\.md$/i.test(name)) return "readme";
  if (/^settings\.json$/i.test(name)) return "settings";
  if (name === PROJECT_FILE) return "project";
  if (/\.csx$/i.test(name)) return "script";
  if (/\.(?:png|svg)$/i.test(name)) return "icon";
  if (/\.zip$/i.test(name)) return "package";
  if (name === PULL_REQUEST) return "pullRequest";
  return "other";
}

/** The family that a main file's name says; `undefined` where only the content can tell. */
export function familyByName(path: string): Family | undefined {
  const name = baseName(path);
  if (DEFINITION.test(name)) return "definition";
  if (SWAGGER.test(name) || PROPERTIES.test(name) || roleOf(path) === "package") return "powerplatform";
  return undefined;
}

/** The family that a text's own first keys say, for files with other names. Cheap: it does not parse. */
export function familyByContent(text: string): Family | undefined {
  if (/(?:^|[{,\s])"?format_version"?\s*:/.test(text.slice(0, 2000))) return "definition";
  if (/"(?:swagger|openapi)"\s*:|^\s*(?:swagger|openapi)\s*:/m.test(text.slice(0, 200_000))) return "powerplatform";
  return undefined;
}

/** Whether a file in the folder of a connector is none of the files that a connector has. */
export function isExtra(path: string): boolean {
  return ["other", "package", "pullRequest"].includes(roleOf(path));
}

/** Whether a file is worth opening as a connector's main file when a folder is searched. */
export function isMainFile(path: string): boolean {
  return roleOf(path) === "definition";
}
