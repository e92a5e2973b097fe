import type { BaselineParams, BaselineResult, PublishedBaseline, WireFile } from "../core/api/language.ts";
import { coerce } from "../core/lifecycle/semver.ts";
import { baseName } from "../core/model/files.ts";
import { groupFolder, readConnector } from "../core/model/read.ts";
import { filesAt, knowsRevision } from "../core/model/revision.ts";
import type { Files } from "./files.ts";
import type { Host } from "./host.ts";

/** What a connector is to be compared with. */
export interface Wanted {
  /** URI of the main file. */
  readonly uri: string;
  readonly slug: string;
  /** What the settings say: `published`, `all`, `in-use`, `git:REF`, or the path of a file or folder; empty for `published`. */
  readonly baseline: string;
}
export type BaselineSource = (wanted: Wanted) => Promise<BaselineResult | null>;

interface Sources {
  /** Asks the client, which knows the registry. */
  readonly ask: (params: BaselineParams) => Promise<BaselineResult | null>;
  readonly files: Files;
  /** Absent where git cannot be run, or must not be. */
  readonly git: () => Host["git"];
  /** Folders of the workspace: nothing outside of them is read because settings say so. */
  readonly roots: readonly string[];
  readonly tell: (sentence: string) => void;
}

/** Finds baselines wherever they are: in the registry, in git, in other files of the workspace. */
export function baselineSource({ ask, files, git, roots, tell }: Sources): BaselineSource {
  return async ({ uri, slug, baseline }) => {
    if (baseline === "" || baseline === "published" || baseline === "all" || baseline === "in-use")
      return slug ? ask({ uri, slug, which: (baseline || "published") as PublishedBaseline }) : null;
    const folder = uri.slice(0, uri.lastIndexOf("/"));
    if (baseline.startsWith("git:")) {
      const run = git()?.(folder);
      const revision = baseline.slice(4);
      if (!run) {
        tell(
          `The settings compare with ${baseline}, but git cannot be asked here. Trust the workspace, or name another baseline.`,
        );
        return null;
      }
      if (!(await knowsRevision(run.git, run.folder, revision))) {
        tell(`The settings compare with ${baseline}, but there is no such revision. Name a branch, a tag or a commit.`);
        return null;
      }
      const found = await filesAt(run.git, run.folder, revision, decodeURIComponent(baseName(uri)));
      return found ? answer(baseline, found) : null;
    }
    const target = `${/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i.exec(uri)?.[0] ?? ""}${baseline.split("/").map(encodeURIComponent).join("/")}`;
    const found = roots.some((root) => target.startsWith(`${root}/`)) ? await filesOf(target, files) : undefined;
    if (!found)
      tell(
        `The settings compare with ${baseName(baseline)}, but there is no such connector in the workspace. Name a file or folder of it.`,
      );
    return found ? answer(baseName(baseline), found) : null;
  };
}

/** A connector that a URI names: a file, with what belongs to it, or the only one of a folder. */
async function filesOf(uri: string, files: Files): Promise<WireFile[] | undefined> {
  const names = await files.list(uri);
  const groups = groupFolder(names);
  const [only] = groups;
  if (!only) {
    const text = await files.read(uri);
    return text === undefined ? undefined : [{ path: decodeURIComponent(baseName(uri)), text }];
  }
  if (groups.length > 1) return undefined;
  const found: WireFile[] = [];
  for (const path of [only.main, ...only.companions]) {
    if (/\.png$/i.test(path)) continue;
    const text = await files.read(`${uri}/${encodeURIComponent(path)}`);
    if (text !== undefined) found.push({ path, text });
  }
  return found;
}

/** What is not published has no state, and counts as the number that it carries itself. */
function answer(name: string, files: readonly WireFile[]): BaselineResult {
  const { versionText } = readConnector(files, { folder: files.length > 1 });
  const number = coerce(versionText)?.text;
  return {
    connector: "",
    version: name,
    versions: number ? [number] : [],
    state: "published",
    published_at: "",
    enterprises: 0,
    files: [...files],
  };
}
