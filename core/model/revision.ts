import { baseName, dirName } from "./files.ts";
import { groupFolder } from "./read.ts";

/** Runs git in a folder and gives what it prints; `undefined` where it fails. */
export type Git = (folder: string, args: readonly string[]) => Promise<string | undefined>;

/** Whether a folder lies in a repository that knows a revision: a branch, a tag or a commit. */
export async function knowsRevision(git: Git, folder: string, revision: string): Promise<boolean> {
  // A revision never begins with a dash, so it cannot be taken for an option.
  if (!/^[^-\s:][^\s:]*$/.test(revision)) return false;
  return (await git(folder, ["rev-parse", "--verify", "-q", `${revision}^{commit}`])) !== undefined;
}

/**
 * The text files of a connector as a revision has them: its main file, which is called as it is now, and what lay beside it
 * then. `folder` is where git is run, paths of the answer begin as that of `main` does. `undefined` where the revision does not
 * have the connector.
 */
export async function filesAt(
  git: Git,
  folder: string,
  revision: string,
  main: string,
): Promise<{ path: string; text: string }[] | undefined> {
  const names =
    (await git(folder, ["ls-tree", "--name-only", "-z", revision, "./"]))?.split("\0").filter(Boolean) ?? [];
  const name = baseName(main);
  if (!names.includes(name)) return undefined;
  const companions = groupFolder(names).find((group) => group.main === name)?.companions ?? [];
  const before = dirName(main);
  const files: { path: string; text: string }[] = [];
  for (const each of [name, ...companions.filter((file) => !/\.png$/i.test(file))]) {
    const text = await git(folder, ["show", `${revision}:./${each}`]);
    if (text !== undefined) files.push({ path: before ? `${before}/${each}` : each, text });
  }
  return files;
}
