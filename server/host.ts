import type { InitializeParams } from "vscode-languageserver";
import type { InitializationOptions } from "../core/api/language.ts";
import type { Git } from "../core/model/revision.ts";
import type { Files } from "./files.ts";

/** What differs between the places that the server runs in. */
export interface Host {
  /** Files that the server reads itself; absent in a browser. */
  readonly files?: (roots: readonly string[]) => Files;
  /** Git, and the folder that a URI names, where there is one on a disk; absent in a browser. */
  readonly git?: (folderUri: string) => { readonly git: Git; readonly folder: string } | undefined;
  readonly today: () => string;
  /** Runs something in the next turn. */
  readonly later: (run: () => void) => void;
  /** The answer to a request that was cancelled. */
  readonly cancelled: () => unknown;
  /** The answer to a request that cannot be fulfilled: the sentence is shown to the person. */
  readonly refused: (sentence: string) => unknown;
}

/** Whether a client asks for diagnostics itself, rather than waiting for them. */
export function asksFor({ capabilities, initializationOptions }: InitializeParams): boolean {
  const options = (initializationOptions ?? {}) as InitializationOptions;
  return options.listens !== true && capabilities.textDocument?.diagnostic !== undefined;
}
