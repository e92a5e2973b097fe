import type { CancellationToken, Connection, ServerCapabilities } from "vscode-languageserver";
import type { SourceFile } from "../core/syntax/source.ts";
import type { Entry } from "./entry.ts";
import { canonicalUri, type Workspace } from "./workspace.ts";

/** What features work with. */
export interface Services {
  readonly workspace: Workspace;
  readonly connection: Connection;
  /** Whether the client can ask a person why a finding is waived. */
  readonly waives: boolean;
  /** Whether the client can give a file another name. */
  readonly renames: boolean;
}

/** A document together with its connector. */
export interface Located {
  readonly entry: Entry;
  readonly file: SourceFile;
  readonly uri: string;
}

/**
 * An editor feature: presence is the capability. The connection guards every call, so a feature that fails answers nothing and
 * takes nobody with it.
 */
export interface Feature<P = never> {
  readonly name: string;
  readonly capability: Partial<ServerCapabilities>;
  /** LSP method. */
  readonly request: string;
  handle(params: P, services: Services, token: CancellationToken): unknown;
}

/** Declares a feature with its parameters' type. */
export function defineFeature<P>(feature: Feature<P>): Feature<P> {
  return feature;
}

/** The connector and the file of a document; `undefined` where it belongs to no connector. */
export async function locate(services: Services, uri: string): Promise<Located | undefined> {
  const entry = await services.workspace.entry(uri);
  if (!entry) return undefined;
  const wanted = canonicalUri(uri);
  const file = entry.connector.files.find(({ path }) => entry.uris.get(path) === wanted);
  return file ? { entry, file, uri } : undefined;
}

/** Why a request cannot be fulfilled, as a sentence that the person reads. */
export class Refusal extends Error {}
