import type { Connector } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";

/** What a service tells of the pull request that a connector is part of; absent where none was given. */
export function pullRequestOf({ files }: Connector): Item | undefined {
  const file = files.find(({ role }) => role === "pullRequest");
  const item = file ? Item.root(file).get("pull_request") : undefined;
  return item?.isObject ? item : undefined;
}

/** The folders of the connectors that it changes, as the repository has them; the command line adds them to the event. */
export function changedFolders({ files }: Connector): string[] {
  const file = files.find(({ role }) => role === "pullRequest");
  return file ? Item.root(file).get("connectors").strings() : [];
}

/** What the repository calls the kinds of connectors. */
export const KINDS = {
  certified: { folder: "certified-connectors", label: "certified-connector" },
  independent: { folder: "independent-publisher-connectors", label: "independent-publisher-connector" },
  custom: { folder: "custom-connectors", label: "custom-connector" },
} as const;

export const SUFFIX = "(Independent Publisher)";
/** Whether a title says that only a proposal is meant, however it is written. */
export function isProposal(title: string): boolean {
  return /^\s*proposal\b/i.test(title);
}
/** The connector's name in a title, without what stands around it. */
export function nameInTitle(title: string): string {
  return title
    .replace(/^\s*proposal\s*[-–—:]*\s*/i, "")
    .replace(/\s*\(?\s*independent[\s-]*publisher\s*\)?\s*$/i, "")
    .trim();
}
