import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { RegistryClient } from "../core/api/client.ts";
import { coerce } from "../core/lifecycle/semver.ts";
import type { Connector } from "../core/model/connector.ts";
import { readConnector } from "../core/model/read.ts";
import { filesAt, type Git, knowsRevision } from "../core/model/revision.ts";
import { UsageError } from "./command.ts";
import { type LoadedConnector, loadSide } from "./input.ts";
import { inputsOf } from "./registry.ts";

/** What a connector is compared with. */
export interface Baseline {
  /** The versions that count, the one that it follows first. */
  readonly sides: readonly { readonly name: string; readonly before: Connector }[];
  /** All numbers published so far, or that of what it is compared with, newest first. */
  readonly versions: readonly string[];
}

/** Where published versions come from; asked only when a baseline is one. */
export type Registry = () => RegistryClient;

/**
 * An earlier state of a connector: `git:REF` for a revision of the repository that it lies in, the path of a file or folder, or
 * what is published (`registry` or `published` for the last version, `all` versions, or those `in-use`). `undefined` where there
 * was no such connector yet.
 */
export async function loadBaseline(
  spec: string,
  loaded: LoadedConnector,
  registry: Registry,
): Promise<Baseline | undefined> {
  if (["registry", "published", "all", "in-use"].includes(spec)) return publishedBaseline(spec, loaded, registry());
  if (!spec.startsWith("git:")) {
    if (!existsSync(spec))
      throw new UsageError(
        `There is no baseline ${spec}. Name a file, a folder, a revision such as git:main, or registry for what is published.`,
      );
    const { files, folder } = loadSide(spec);
    return single(spec, readConnector(files, { folder }));
  }
  const [main] = loaded.files;
  if (!main) return undefined;
  const folder = path.dirname(path.resolve(main.path));
  await ensureRevision(spec.slice(4), folder);
  const files = await filesAt(git, folder, spec.slice(4), main.path);
  return files && single(spec, readConnector(files, { folder: loaded.folder }));
}

function single(name: string, before: Connector): Baseline {
  const number = coerce(before.versionText)?.text;
  return { sides: [{ name, before }], versions: number ? [number] : [] };
}

async function publishedBaseline(
  which: string,
  { files }: LoadedConnector,
  client: RegistryClient,
): Promise<Baseline | undefined> {
  // The name of the folder may give the slug, so the whole path counts.
  const absolute = files.map((file) => ({ ...file, path: path.resolve(file.path).split(path.sep).join("/") }));
  const slug = readConnector(absolute).slugText;
  if (!slug) return undefined;
  const connector = await client.findConnector(`${(await client.whoami()).enterprise}/${slug}`);
  if (!connector?.latest_version) return undefined;
  const versions = (await client.listVersions(connector.id)).items.map(({ version }) => version);
  const latest = connector.latest_version;
  const wanted = [latest, ...(await othersOf(which, client, connector.id, versions)).filter((each) => each !== latest)];
  const sides = await Promise.all(
    wanted.map(async (version) => {
      const content = await client.getContent(connector.id, version);
      return { name: version, before: readConnector(inputsOf(content.files), { folder: content.files.length > 1 }) };
    }),
  );
  return { sides, versions };
}

async function othersOf(
  which: string,
  client: RegistryClient,
  id: string,
  all: readonly string[],
): Promise<readonly string[]> {
  if (which === "all") return all;
  if (which !== "in-use") return [];
  const { by_version } = await client.getUsage(id);
  return by_version.filter(({ active_connections }) => active_connections > 0).map(({ version }) => version);
}

/** The folder of the repository that a folder lies in; itself where it lies in none. */
export async function repositoryOf(folder: string): Promise<string> {
  return (await git(folder, ["rev-parse", "--show-toplevel"]))?.trim() ?? folder;
}

/** Files of the repository that differ from a revision, those that git does not know yet included; absolute paths. */
async function changedSince(revision: string, folder: string): Promise<ReadonlySet<string>> {
  await ensureRevision(revision, folder);
  const root = await repositoryOf(folder);
  const lists = await Promise.all([
    git(folder, ["diff", "--name-only", "-z", "--no-renames", revision, "--"]),
    git(root, ["ls-files", "--others", "--exclude-standard", "-z"]),
  ]);
  return new Set(
    lists.flatMap((list) => list?.split("\0").filter(Boolean) ?? []).map((file) => path.resolve(root, file)),
  );
}

/** Connectors with files that differ from a revision, or all where none is named. */
export async function onlyChanged(
  connectors: readonly LoadedConnector[],
  revision: string | undefined,
): Promise<readonly LoadedConnector[]> {
  if (revision === undefined) return connectors;
  const changed = new Map<string, ReadonlySet<string>>();
  const found: LoadedConnector[] = [];
  for (const loaded of connectors) {
    const [main] = loaded.files;
    if (!main) continue;
    const folder = path.dirname(path.resolve(main.path));
    const root = await repositoryOf(folder);
    const files = changed.get(root) ?? (await changedSince(revision, folder));
    changed.set(root, files);
    const isBeside = [...files].some((file) => loaded.folder && path.dirname(file) === folder);
    if (isBeside || loaded.files.some((file) => files.has(path.resolve(file.path)))) found.push(loaded);
  }
  return found;
}

async function ensureRevision(revision: string, folder: string): Promise<void> {
  if (!(await knowsRevision(git, folder, revision)))
    throw new UsageError(
      `${folder} knows no revision ${revision || "(empty)"}. Name a branch, a tag or a commit; in CI, fetch it first.`,
    );
}

/** What git prints; `undefined` where it fails. */
const git: Git = (folder, args) =>
  new Promise((resolve, reject) => {
    const options = { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, windowsHide: true } as const;
    execFile("git", ["-C", folder, ...args], options, (error, stdout) => {
      if (error && (error as NodeJS.ErrnoException).code === "ENOENT")
        reject(new UsageError("git was not found. A revision as baseline needs it; a file or a folder does not."));
      else resolve(error ? undefined : stdout);
    });
  });
