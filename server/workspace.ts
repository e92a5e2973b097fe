import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { PUBLISHED_SCHEME } from "../core/api/language.ts";
import {
  type Family,
  familyByContent,
  familyByName,
  isExtra,
  isMainFile,
  PROJECT_FILE,
  roleOf,
} from "../core/model/files.ts";
import { groupFolder, readConnector } from "../core/model/read.ts";
import { Reads } from "../core/syntax/reads.ts";
import type { SourceFile } from "../core/syntax/source.ts";
import type { BaselineSource } from "./baselines.ts";
import { OpenDocument } from "./documents.ts";
import { baselinePath, Entry } from "./entry.ts";
import type { Files } from "./files.ts";
import { warmUp } from "./warm-up.ts";

export interface WorkspaceOptions {
  readonly files: Files;
  readonly baseline: BaselineSource;
  readonly today: () => string;
  /** Folders of the workspace, without a trailing slash: settings above them are none of it. */
  readonly roots: readonly string[];
  /** Runs something in the next turn, after what has arrived by then was read. */
  readonly later: (run: () => void) => void;
  /** Called when an entry is up to date, or as far as it got in a slice of time. */
  readonly onChange: (entry: Entry, change: EntryChange) => void;
  /** Whether something is shown on a line of a document: it moves when the line is typed in. */
  readonly isShownOn: (uri: string, line: number) => boolean;
}

export interface EntryChange {
  /** Whether something else than an open document's text changed, so that the client cannot know that there may be news. */
  readonly own: boolean;
  /** Whether places that were shown may stand elsewhere now. */
  readonly moved: boolean;
}

/** Checking goes on for so many milliseconds before requests and further keys have their turn. */
const SLICE = 8;

/**
 * One spelling for every URI: clients differ in which characters they percent-encode, and a document must be found whoever
 * names it.
 */
export function canonicalUri(uri: string): string {
  let known = spellings.get(uri);
  if (known === undefined) {
    known = respell(uri);
    if (spellings.size > 1000) spellings.clear();
    spellings.set(uri, known);
  }
  return known;
}
/** Every key asks several times for the same few. */
const spellings = new Map<string, string>();

function respell(uri: string): string {
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
  private readonly documents = new Map<string, OpenDocument>();
  private readonly entries = new Map<string, Entry>();
  /** Main file of the connector that a document belongs to. */
  private readonly mains = new Map<string, string>();
  /** Documents of which the connector has to be read anew. */
  private readonly unread = new Set<string>();
  /** Entries that are not up to date, and what is known of why. */
  private readonly stale = new Map<Entry, EntryChange>();
  /** Entries of which a first part was said. */
  private readonly begunWith = new WeakSet<Entry>();
  /** What was asked for as baseline, by main file. */
  private readonly asked = new Map<string, string>();
  private readonly warm = new Set<Family>();
  private scheduled = false;
  private queue: Promise<void> = Promise.resolve();

  constructor(options: WorkspaceOptions) {
    this.options = options;
  }

  document(uri: string): OpenDocument | undefined {
    return this.documents.get(canonicalUri(uri));
  }
  open(uri: string, version: number, text: string): void {
    const known = canonicalUri(uri);
    this.documents.set(known, new OpenDocument(uri, version, text));
    this.touch(known);
  }
  /** The text of an open document changed. What follows from it is found once per turn, however many keys arrive in it. */
  change(given: string, changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    const uri = canonicalUri(given);
    const document = this.documents.get(uri);
    if (!document) return;
    const moved = changes.some((change) => this.moves(document.uri, change));
    document.change(changes, version);
    const entry = this.entries.get(this.mains.get(uri) ?? "");
    // What a file is whose name does not tell has to be read off its text again.
    if (!entry || !document.isAttached || roleOf(nameOf(uri)) === "other") this.touch(uri);
    else this.renew(entry, { own: true, moved });
  }
  private moves(uri: string, change: TextDocumentContentChangeEvent): boolean {
    if (!("range" in change)) return true;
    const { start, end } = change.range;
    return start.line !== end.line || /[\r\n]/.test(change.text) || this.options.isShownOn(uri, start.line);
  }
  close(given: string): void {
    const uri = canonicalUri(given);
    this.documents.delete(uri);
    this.touch(uri);
  }
  /** A file changed on disk, was added or removed. */
  changedOnDisk(given: string): void {
    const uri = canonicalUri(given);
    if (nameOf(uri) === PROJECT_FILE)
      for (const { uri: below } of this.entries.values())
        if (below.startsWith(`${folderOf(uri)}/`) && folderOf(below) !== folderOf(uri)) this.touch(below);
    if (this.documents.has(uri)) return;
    for (const [document] of this.mains) if (folderOf(document) === folderOf(uri)) this.touch(document);
    this.mains.clear();
    for (const entry of this.entries.values()) if (folderOf(entry.uri) === folderOf(uri)) this.touch(entry.uri);
  }
  /** What the registry says may have changed: ask again. */
  forgetBaselines(): void {
    for (const entry of this.entries.values()) {
      entry.baseline = undefined;
      this.renew(entry, { own: false, moved: true });
    }
  }

  private touch(uri: string): void {
    this.unread.add(uri);
    this.schedule();
  }
  private renew(entry: Entry, change: EntryChange): void {
    const before = this.stale.get(entry);
    this.stale.set(entry, before ? { own: before.own && change.own, moved: before.moved || change.moved } : change);
    this.schedule();
  }
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.queue = this.queue.then(() => this.turn());
  }
  private async turn(): Promise<void> {
    // Everything that arrives in this turn is one piece of work.
    await new Promise<void>((resolve) => this.options.later(resolve));
    this.scheduled = false;
    if (this.unread.size) await this.readAnew();
    const end = performance.now() + SLICE;
    for (const [entry, change] of [...this.stale]) {
      const done = entry.update(() => performance.now() < end);
      if (done) this.stale.delete(entry);
      // What the first slice found is said at once, the rest when it is complete: lists that grow by and by only flicker.
      if (done || !this.begunWith.has(entry)) this.options.onChange(entry, change);
      if (done) this.begunWith.delete(entry);
      else this.begunWith.add(entry);
      // Said is what was waited for: now there is time to get ready for the first key.
      if (done && entry.isLive) {
        for (const { tree } of entry.connector.files) tree?.prepare();
        this.warmUp(entry.connector.family);
      }
      if (this.isOpen(entry)) this.wantBaseline(entry);
    }
    if (this.stale.size) this.schedule();
  }
  /** Once a family, in idle time: while nothing waits, a few steps at a time. */
  private warmUp(family: Family): void {
    if (this.warm.has(family)) return;
    this.warm.add(family);
    const steps = warmUp(family);
    const go = (): void => {
      const end = performance.now() + SLICE / 2;
      while (!this.scheduled && performance.now() < end) if (steps.next().done) return;
      setTimeout(go, SLICE);
    };
    setTimeout(go, SLICE);
  }

  private async readAnew(): Promise<void> {
    const uris = [...this.unread];
    this.unread.clear();
    const mains = new Set<string>();
    for (const each of uris) {
      const main = await this.mainOf(each);
      if (main) mains.add(main);
    }
    for (const main of mains) {
      const entry = await this.read(main);
      if (entry) this.stale.set(entry, { own: false, moved: true });
    }
  }

  /** The connector that a document belongs to, with its text as it is; findings may still be on their way. */
  async entry(given: string): Promise<Entry | undefined> {
    const uri = canonicalUri(given);
    while (this.unread.size) await this.queue;
    const main = await this.mainOf(uri);
    if (!main) return undefined;
    const known = this.entries.get(main);
    if (known) return known;
    const entry = await this.read(main);
    if (entry) this.renew(entry, { own: false, moved: true });
    return entry;
  }
  /** The same with all its findings. */
  async checked(given: string): Promise<Entry | undefined> {
    const entry = await this.entry(given);
    while (entry && this.stale.has(entry)) await this.queue;
    return entry && this.entries.get(entry.uri);
  }
  /** The same with what was found in the first slice of time, where the rest is going to be told of. */
  async begun(given: string): Promise<Entry | undefined> {
    const entry = await this.entry(given);
    if (entry && this.stale.has(entry)) await this.queue;
    return entry && this.entries.get(entry.uri);
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
      const entry = await this.checked(main);
      if (entry) entries.push(entry);
    }
    return entries.sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }

  private async text(uri: string): Promise<string | undefined> {
    return this.documents.get(uri)?.text ?? (await this.options.files.read(uri));
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

  private async read(main: string): Promise<Entry | undefined> {
    const text = await this.text(main);
    if (text === undefined) {
      this.entries.delete(main);
      return undefined;
    }
    const folder = folderOf(main);
    const name = nameOf(main);
    const uris = new Map<string, string>([[pathOf(main), main]]);
    const inputs = [{ path: pathOf(main), text }];
    const names = await this.options.files.list(folder);
    const complete = familyByName(name) === "powerplatform" && names.length > 0;
    const group = groupFolder([...new Set([...names, name])]).find((each) => each.main === name);
    const beside = (group?.companions ?? []).map((companion) => `${folder}/${encodeURIComponent(companion)}`);
    for (const uri of [...beside, ...this.settingsAbove(folder)]) {
      if (/\.png$/i.test(uri)) continue;
      const content = await this.text(uri);
      if (content === undefined) continue;
      uris.set(pathOf(uri), uri);
      inputs.push({ path: pathOf(uri), text: content });
    }
    // What else lies in a folder of one connector is known by its name only.
    const isAlone = complete && names.filter(isMainFile).length <= 1;
    for (const other of isAlone ? names.filter((each) => isExtra(each) && each !== name) : []) {
      const uri = `${folder}/${encodeURIComponent(other)}`;
      uris.set(pathOf(uri), uri);
      inputs.push({ path: pathOf(uri), text: "" });
    }
    const old = this.entries.get(main);
    for (const uri of old?.uris.values() ?? []) this.documents.get(uri)?.detach();
    const isLive = [...uris.values()].some((uri) => this.documents.has(uri));
    const connector = readConnector(inputs, { folder: complete, ...(isLive && { reads: new Reads() }) });
    const entry = new Entry(main, uris, connector, { today: this.options.today(), isLive });
    if (isLive) for (const file of connector.files) this.documents.get(uris.get(file.path) ?? "")?.attach(file);
    if (old) {
      entry.takeBaseline(old);
      this.stale.delete(old);
    }
    this.entries.set(main, entry);
    return entry;
  }
  /** Where settings may lie in the folders above, up to that of the workspace. */
  private settingsAbove(folder: string): string[] {
    const root = this.options.roots.find((each) => folder.startsWith(`${each}/`));
    const found: string[] = [];
    for (let at = folder; root !== undefined && at.length > root.length; ) {
      at = at.slice(0, at.lastIndexOf("/"));
      found.push(`${at}/${PROJECT_FILE}`);
    }
    return found;
  }
  private isOpen(entry: Entry): boolean {
    for (const uri of entry.uris.values()) if (this.documents.has(uri)) return true;
    return false;
  }

  /** Somebody looks at this connector: what is published of it is asked for, once. The others of a workspace are left in peace. */
  wantBaseline(entry: Entry): void {
    if (entry.baseline === undefined || this.asked.get(entry.uri) !== entry.wanted) void this.askBaseline(entry);
  }

  /** Asks once per connector and wish, beside the checking: findings never wait for the registry. */
  private async askBaseline(entry: Entry): Promise<void> {
    const { uri, wanted } = entry;
    entry.baseline = null;
    this.asked.set(uri, wanted);
    const question = { uri, slug: entry.connector.slugText, baseline: wanted };
    const baseline = await this.options.baseline(question).catch(() => null);
    const current = this.entries.get(uri);
    // Settings may ask for another one by now.
    if (!current || !baseline || this.asked.get(uri) !== wanted) return;
    current.baseline = baseline;
    this.renew(current, { own: false, moved: true });
  }

  /** The same of a file of a version that it is compared with; `undefined` where nobody can show that file. */
  addressOf(entry: Entry, file: SourceFile): string | undefined {
    const published = baselinePath(file.path);
    if (!published) return this.uriOf(entry, file);
    const connector = entry.baseline?.connector;
    return connector ? `${PUBLISHED_SCHEME}:/${connector}@${published.version}/${published.path}` : undefined;
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
