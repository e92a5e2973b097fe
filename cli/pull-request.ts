import path from "node:path";
import { PULL_REQUEST } from "../core/model/files.ts";
import type { SourceInput } from "../core/syntax/source.ts";
import { repositoryOf } from "./baseline.ts";
import { UsageError } from "./command.ts";
import { type LoadedConnector, readText } from "./input.ts";

/**
 * The event of a pull request as a file of every connector that it changes. GitHub does not say in it which files changed, so the
 * folders of the connectors that are checked are added at its end, where they move nothing else.
 */
export async function readPullRequest(file: string, connectors: readonly LoadedConnector[]): Promise<SourceInput> {
  const text = readText(file);
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch {
    throw new UsageError(`${file} is no JSON. Name the file that GITHUB_EVENT_PATH names in an action.`);
  }
  if (typeof event !== "object" || event === null || !("pull_request" in event))
    throw new UsageError(`${file} is not the event of a pull request. Run the workflow on pull_request.`);
  const folders: string[] = [];
  for (const { files } of connectors) {
    const folder = path.dirname(path.resolve(files[0]?.path ?? "."));
    const root = await repositoryOf(folder);
    // Outside of a repository, paths count from where the command runs.
    const shown = path.relative(root === folder ? process.cwd() : root, folder);
    folders.push(shown.split(path.sep).join("/") || ".");
  }
  const end = text.lastIndexOf("}");
  const changed = JSON.stringify([...new Set(folders)]);
  return {
    path: PULL_REQUEST,
    text: `${text.slice(0, end).trimEnd()}, "connectors": ${changed} }${text.slice(end + 1)}`,
  };
}
