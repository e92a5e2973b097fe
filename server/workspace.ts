import type { TextDocument } from "vscode-languageserver-textdocument";
import type { BaselineResult } from "../core/api/language.ts";
import { checkConnector } from "../core/checklist/check.ts";
import { detectProfile } from "../core/checklist/profile.ts";
import type { Finding, Profile } from "../core/checklist/types.ts";
import type { Connector } from "../core/model/connector.ts";
import { familyByContent, familyByName, roleOf } from "../core/model/files.ts";
import { groupFolder, readConnector } from "../core/model/read.ts";
import type { SourceFile } from "../core/syntax/source.ts";
import { compareConnectors } from "../core/versioning/compare.ts";
import type { Verdict } from "../core/versioning/types.ts";
import type { Files } from "./files.ts";

/** What the client knows of a connector's published version; `null` where it knows none. */
export type BaselineSource = (uri: string, slug: string) => Promise<BaselineResult | null>;

export interface WorkspaceOptions {
  readonly files: Files;
  readonly baseline: BaselineSource;
  readonly today: () => string;
  /** Called when what is known of a connector changed. */
  readonly onChange: (entry: Entry) => void;
}

/** A connector of the workspace with everything that was computed of it; recomputed when one of its documents changes. */
export interface Entry {
  /** URI of the main file. */
  readonly uri: string;
  /** URIs of all files by the path that the model knows them by. */
  readonly uris: ReadonlyMap<string, string>;
  connector: Connector;
  profile: Profile;
  findings: readonly Finding[];
  baseline: BaselineResult | null | undefined;
  published: Connector | undefined;
  verdict: Verdict | undefined;
}

/**
 * One spelling for every URI: clients differ in which characters they percent-encode, and a document must be found whoever
 * names it.
 */
export function canonicalUri(uri: string): string {
  const match = /^([a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?)(.*)$/i.exec(uri);
  if (!match) return uri;
  const path = (match[2] as string).split("/").map((segment) => {
    try {
      return encodeURIComponent(decodeURIComponent(segment));
    } catch {
      return segment;
    }
  });
  return `${match[1]}${path.join("/")}`;
}

/** The folder of a URI, without a trailing slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf("/"));
}
const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));

/** Open documents and the connectors that they belong to: one parse per version, shared by every feature. */
export class Workspace {
  private readonly options: WorkspaceOptions;
  private readonly documents = new Map<string, TextDocument>();
  private readonly entries = new Map<string, Entry>();
  /** Main file of the connector that a document belongs to. */
  private readonly mains = new Map<string, string>();
  private readonly dirty = new Set<string>();
  private scheduled = false;
  private queue: Promise<void> = Promise.resolve();

  constructor(options: WorkspaceOptions) {
    this.options = options;
  }

  document(uri: string): TextDocument | undefined {
    return this.documents.get(canonicalUri(uri));
  }
  /** An open document or its connector changed; the work is done once per turn, however many keys arrive in it. */
  open(document: TextDocument): void {
    this.documents.set(canonicalUri(document.uri), document);
    this.touch(canonicalUri(document.uri));
  }
  close(uri: string): void {
    this.documents.delete(canonicalUri(uri));
    this.touch(canonicalUri(uri));
  }
  /** A file changed on disk, was added or removed. */
  changedOnDisk(given: string): void {
    const uri = canonicalUri(given);
    if (this.documents.has(uri)) return;
    for (const [document] of this.mains) if (folderOf(document) === folderOf(uri)) this.touch(document);
    this.mains.clear();
    for (const entry of this.entries.values()) if (folderOf(entry.uri) === folderOf(uri)) this.touch(entry.uri);
  }
  /** What the registry says may have changed: ask again. */
  forgetBaselines(): void {
    for (const entry of this.entries.values()) {
      entry.baseline = undefined;
      entry.published = undefined;
      this.touch(entry.uri);
    }
  }
  private touch(uri: string): void {
    this.dirty.add(uri);
    if (this.scheduled) return;
    this.scheduled = true;
    this.queue = this.queue.then(async () => {
      // Everything that arrives in this turn is one piece of work.
      await new Promise((resolve) => setTimeout(resolve, 0));
      this.scheduled = false;
      const uris = [...this.dirty];
      this.dirty.clear();
      const mains = new Set<string>();
      for (const each of uris) {
        const main = await this.mainOf(each);
        if (main) mains.add(main);
      }
      for (const main of mains) await this.refresh(main);
    });
  }

  /** The connector that a document belongs to, up to date. */
  async entry(given: string): Promise<Entry | undefined> {
    const uri = canonicalUri(given);
    await this.settled();
    const main = await this.mainOf(uri);
    if (!main) return undefined;
    return this.entries.get(main) ?? (await this.refresh(main));
  }
  /** Resolves when everything that was typed so far has been looked at. */
  async settled(): Promise<void> {
    let seen: Promise<void>;
    do {
      seen = this.queue;
      await seen;
    } while (seen !== this.queue);
  }
  /** Every connector of the workspace: those found in folders, and open documents outside of them. */
  async all(): Promise<Entry[]> {
    const mains = new Set<string>((await this.options.files.find()).map(canonicalUri));
    for (const uri of this.documents.keys()) {
      const main = await this.mainOf(uri);
      if (main) mains.add(main);
    }
    const entries: Entry[] = [];
    for (const main of mains) {
      const entry = await this.entry(main);
      if (entry) entries.push(entry);
    }
    return entries.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  private async text(uri: string): Promise<string | undefined> {
    return this.documents.get(uri)?.getText() ?? (await this.options.files.read(uri));
  }

  /** Main file of the connector that a file belongs to; `undefined` where it belongs to none. */
  private async mainOf(uri: string): Promise<string | undefined> {
    const known = this.mains.get(uri);
    if (known) return known;
    const name = nameOf(uri);
    const role = roleOf(name);
    let main: string | undefined;
    if (role === "definition") main = uri;
    else if (role === "other") main = familyByContent((await this.text(uri)) ?? "") ? uri : undefined;
    else {
      const folder = folderOf(uri);
      const names = await this.options.files.list(folder);
      const group = groupFolder([...new Set([...names, name])]).find(
        (each) => each.main === name || each.companions.includes(name),
      );
      main = group ? `${folder}/${encodeURIComponent(group.main)}` : undefined;
    }
    if (main) this.mains.set(uri, main);
    return main;
  }

  private async refresh(main: string): Promise<Entry | undefined> {
    const text = await this.text(main);
    if (text === undefined) {
      this.entries.delete(main);
      return undefined;
    }
    const folder = folderOf(main);
    const name = nameOf(main);
    const uris = new Map<string, string>([[pathOf(main), main]]);
    const inputs = [{ path: pathOf(main), text }];
    let complete = false;
    if (familyByName(name) === "powerplatform") {
      const names = await this.options.files.list(folder);
      complete = names.length > 0;
      const group = groupFolder([...new Set([...names, name])]).find((each) => each.main === name);
      for (const companion of group?.companions ?? []) {
        if (/\.png$/i.test(companion)) continue;
        const uri = `${folder}/${encodeURIComponent(companion)}`;
        const content = await this.text(uri);
        if (content === undefined) continue;
        uris.set(pathOf(uri), uri);
        inputs.push({ path: pathOf(uri), text: content });
      }
    }
    const connector = readConnector(inputs, { folder: complete });
    const old = this.entries.get(main);
    const entry: Entry = {
      uri: main,
      uris,
      connector,
      profile: detectProfile(connector),
      findings: checkConnector(connector, { today: this.options.today() }),
      baseline: old?.baseline,
      published: old?.published,
      verdict: undefined,
    };
    if (entry.published) entry.verdict = compareConnectors(entry.published, connector);
    this.entries.set(main, entry);
    this.options.onChange(entry);
    if ([...uris.values()].some((uri) => this.documents.has(uri))) this.wantBaseline(entry);
    return entry;
  }

  /** Somebody looks at this connector: what is published of it is asked for, once. The others of a workspace are left in peace. */
  wantBaseline(entry: Entry): void {
    if (entry.baseline === undefined) void this.askBaseline(entry, entry.connector.slugText);
  }

  /** Asks once per connector, beside the checking: findings never wait for the registry. */
  private async askBaseline(entry: Entry, slug: string): Promise<void> {
    entry.baseline = null;
    const baseline = slug ? await this.options.baseline(entry.uri, slug).catch(() => null) : null;
    const current = this.entries.get(entry.uri);
    if (!current || !baseline) return;
    current.baseline = baseline;
    current.published = readConnector(
      baseline.files.map(({ path, text }) => ({ path: `published/${path}`, text })),
      { folder: baseline.files.length > 1 },
    );
    current.verdict = compareConnectors(current.published, current.connector);
    this.options.onChange(current);
  }

  /** URI of a file of the model, spelt as the client spells it where the document is open. */
  uriOf(entry: Entry, file: SourceFile): string {
    const uri = entry.uris.get(file.path) ?? entry.uri;
    return this.documents.get(uri)?.uri ?? uri;
  }
}

/** Path that the model knows a document by; the folders before it matter, because they tell the profile. */
function pathOf(uri: string): string {
  const path = uri.replace(/^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?/i, "");
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
