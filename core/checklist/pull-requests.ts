import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import type { Entity } from "./entities.ts";

/** What a service tells of the pull request that a connector is part of; `undefined` for entities that are something else. */
export function pullRequestOf({ file, item }: Entity): Item | undefined {
  const request = file.role === "pullRequest" ? item.get("pull_request") : undefined;
  return request?.isObject ? request : undefined;
}

/** The folders of the connectors that it changes, as the repository has them; the command line adds them to the event. */
export function changedFolders({ item }: Entity): string[] {
  return item.get("connectors").strings();
}

/** Whether only a proposal is there yet: a read-me without any connector. */
export function isProposal({ main }: Connector): boolean {
  return main.role === "readme";
}

/** What the repository calls the kinds of connectors. */
export const KINDS = {
  certified: { folder: "certified-connectors", label: "certified-connector" },
  independent: { folder: "independent-publisher-connectors", label: "independent-publisher-connector" },
  custom: { folder: "custom-connectors", label: "custom-connector" },
} as const;

export const SUFFIX = "(Independent Publisher)";
/** The connector's name in a title, without what stands around it. */
export function nameInTitle(title: string): string {
  return title
    .replace(/^\s*proposal\s*[-–—:]*\s*/i, "")
    .replace(/\s*\(?\s*independent[\s-]*publisher\s*\)?\s*$/i, "")
    .trim();
}
