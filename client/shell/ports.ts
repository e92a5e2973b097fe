/**
 * What commands and views may ask for. Everything behind these interfaces belongs to VS Code, to the language server or to the
 * registry; in tests plain objects stand behind them.
 */
import type {
  ConnectorInfo,
  ConnectorSummary,
  GuideUsage,
  PackageResult,
  ReleaseParams,
  WaiveParams,
  WireExplained,
  WireFile,
  WireRange,
} from "../../core/api/language.ts";
import type { DraftSummary, ReviewDecision, ReviewDetail, ReviewInfo } from "../../core/api/review-types.ts";
import type { CodeToConfirm } from "../../core/api/sign-in.ts";
import type { Scope, WireContent } from "../../core/api/types.ts";
import type { Role } from "../../core/lifecycle/authority.ts";
import type { State } from "../../core/lifecycle/states.ts";
import type { Store, Topic } from "./store.ts";

/** The language server, as far as commands and views ask it something. */
export interface Language {
  connectors(): Promise<readonly ConnectorSummary[]>;
  connector(uri: string): Promise<ConnectorInfo | null>;
  /** The files as they are in the editor, or as they are published with a number and notes. */
  package(uri: string, release?: ReleaseParams): Promise<PackageResult | null>;
  releaseNotes(uri: string): Promise<string>;
  /** The migration guide to a version, drafted from what breaks. */
  migrationGuide(uri: string, version: string, usage: GuideUsage | undefined): Promise<string>;
  /** Applies the best quick fix of a rule at a place; says whether there was one. */
  fix(uri: string, range: WireRange, rule: string): Promise<boolean>;
  /** Writes why a finding may stay into the settings; gives their address, or nothing where the finding is gone. */
  waive(params: WaiveParams): Promise<string | undefined>;
  /** What a pasted log of a validator is about. */
  explainLog(uri: string, text: string): Promise<readonly WireExplained[]>;
  /** Forget what the registry said, and ask again. */
  registryChanged(): void;
}

export interface RegistryEntry {
  name: string;
  url: string;
  /** The enterprise's name in references; without it the registry is asked whose token it is. */
  namespace?: string;
}

export type { DraftSummary, ReviewDecision, ReviewDetail, ReviewInfo, Scope };

export interface Person {
  name: string;
  roles: readonly Role[];
  namespace: string;
  enterprise: string;
}

export interface CatalogueEntry {
  /** `namespace/slug`. */
  id: string;
  namespace: string;
  slug: string;
  name: string;
  description: string;
  scope: Scope;
  state: State;
  latest: string;
  family: string;
  type: string;
  auth: string;
  enterprises?: number | undefined;
  sunset?: string | undefined;
  message?: string | undefined;
  replacement?: string | undefined;
}

export interface VersionEntry {
  version: string;
  publishedAt: string;
  notes: string;
  /** Enterprises that have a connection to exactly this version. */
  enterprises?: number | undefined;
}

export interface Usage {
  /** Figures that stand for what a real connector would show. */
  example: boolean;
  enterprises: number;
  connections: number;
  orchestrations: number;
  calls7: number;
  calls30: number;
  /** Calls of the last 30 days, oldest first. */
  daily: readonly number[];
  versions: readonly { version: string; connections: number; calls: number }[];
  operations: readonly { operation: string; calls: number }[];
}

export interface PublishBody {
  version: string;
  /** Nothing of it was published before; only then the scope is chosen. */
  first: boolean;
  scope: Scope;
  files: readonly WireFile[];
  notes: string;
  guide?: string | undefined;
  /** Why a platform admin publishes for another enterprise. */
  reason?: string | undefined;
}

/** Requests, newest first: those that wait for this person, those it has sent, and what was decided lately. */
export interface Requests {
  waiting: readonly ReviewInfo[];
  sent: readonly ReviewInfo[];
  decided: readonly ReviewInfo[];
}

/** What was decided about publishing, for the person's enterprise and for the global catalogue. */
export interface PublishPolicy {
  creatorsMayPublish: boolean;
  sdkEnabled: boolean;
  reviewRequired: Readonly<Record<Scope, boolean>>;
}

/** One registry, with its token. Each call may throw a `RegistryError`. */
export interface RegistryClient {
  readonly entry: RegistryEntry;
  whoami(): Promise<Person>;
  list(): Promise<readonly CatalogueEntry[]>;
  /** `undefined` when there is no such connector, or none that this person may see. */
  find(id: string): Promise<CatalogueEntry | undefined>;
  versions(id: string): Promise<readonly VersionEntry[]>;
  files(id: string, version: string): Promise<readonly WireContent[]>;
  usage(id: string): Promise<Usage>;
  /** Who is told by a migration guide; `undefined` where this person may not know. */
  affected(id: string): Promise<GuideUsage | undefined>;
  publish(id: string, body: PublishBody): Promise<void>;
  deprecate(id: string, body: { sunset: string; message: string; replacement?: string | undefined }): Promise<void>;
  unpublish(id: string, override?: { reason: string; confirm: string }): Promise<void>;
  promote(id: string): Promise<void>;
  undeprecate(id: string): Promise<void>;
  policy(): Promise<PublishPolicy>;
  /** Asks for a publication that somebody else decides. */
  submit(id: string, body: PublishBody, message: string): Promise<void>;
  requestPromotion(id: string, message: string): Promise<void>;
  /** `since` is a moment: what was decided before is left out. */
  requests(since: Date): Promise<Requests>;
  request(review: string): Promise<ReviewDetail>;
  requestFiles(review: string): Promise<readonly WireContent[]>;
  /** Decides or withdraws the request as it was looked at; it is refused if it was changed since. */
  decide(review: ReviewInfo, decision: ReviewDecision): Promise<void>;
  withdraw(review: ReviewInfo): Promise<void>;
  /** One's own working copies in the registry. */
  drafts(): Promise<readonly DraftSummary[]>;
  draftFiles(id: string): Promise<readonly WireContent[]>;
  /** `etag` is that of the working copy which is replaced. */
  saveDraft(id: string, files: readonly WireContent[], etag: string | undefined): Promise<void>;
  deleteDraft(draft: DraftSummary): Promise<void>;
}

/** Which registries there are, which one is active, and who is signed in. */
export interface Session {
  entries(): readonly RegistryEntry[];
  active(): RegistryEntry | undefined;
  /**
   * The active registry; throws a sentence when there is none, or when this folder is not trusted. With `asks` the person is asked to
   * sign in where they have to, and what they wanted goes on.
   */
  connect(options?: { asks: boolean }): Promise<RegistryClient>;
  add(entry: RegistryEntry): Promise<void>;
  choose(name: string): Promise<void>;
  /** Asks the registry whose token it is before it is kept. */
  signIn(entry: RegistryEntry, token: string): Promise<Person>;
  /** Shows a code and waits until it was confirmed elsewhere. */
  signInByCode(entry: RegistryEntry, show: (code: CodeToConfirm) => void, signal: AbortSignal): Promise<Person>;
  signOut(entry: RegistryEntry): Promise<void>;
  signedIn(entry: RegistryEntry): Promise<boolean>;
}

export interface Choice<T> {
  label: string;
  description?: string | undefined;
  detail?: string | undefined;
  icon?: string | undefined;
  value: T;
  /** Why this one cannot be chosen; it is shown, and choosing it changes nothing. */
  disabled?: string | undefined;
  /** The one the cursor stands on at first. */
  preferred?: boolean;
  /** Heading of the group that begins here. */
  group?: string | undefined;
}

export interface PromptOptions {
  title: string;
  placeholder?: string;
  step?: number;
  steps?: number;
  /** Shows a Back button; going back throws `Back`. */
  back?: boolean;
}

/** The Back button of a prompt; `steps` in shell/flow.ts takes it. */
export class Back extends Error {}

export interface Button {
  title: string;
  run(): unknown;
}

/** Prompts, messages and editors. A prompt that is closed throws `Cancelled`. */
export interface Ui {
  pick<T>(options: PromptOptions, choices: readonly Choice<T>[]): Promise<T>;
  input(
    options: PromptOptions & {
      prompt?: string;
      value?: string;
      password?: boolean;
      validate?(value: string): string | undefined;
    },
  ): Promise<string>;
  /** A text in an editor tab, with buttons in its title that accept or give up. */
  edit(options: { name: string; text: string }): Promise<string>;
  notify(text: string, ...buttons: Button[]): void;
  /** A question with one way to go on; false where it was closed. */
  confirm(text: string, button: string): Promise<boolean>;
  /** Opens a page outside of VS Code. */
  browse(address: string): Promise<void>;
  progress<T>(title: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  open(uri: string, range?: WireRange): Promise<void>;
  openPublished(id: string, version: string, path: string): Promise<void>;
  compare(id: string, version: string, path: string, uri: string): Promise<void>;
  /** A file or a text of a request, read-only; see `requestPath` in shell/read-only.ts. */
  openRequest(path: string, range?: WireRange): Promise<void>;
  /** A file of a request beside the same file of a published version. */
  compareRequest(id: string, version: string, path: string, review: string, range?: WireRange): Promise<void>;
  show(view: string): Promise<void>;
  copy(text: string): Promise<void>;
  /** What was copied last. */
  clipboard(): Promise<string>;
  /** Shows entries of a log among the problems, instead of those that were shown before. */
  mark(entries: readonly WireExplained[]): void;
  run(command: string, ...rest: unknown[]): Promise<void>;
  /** Folder to write to: the workspace's, or one that the person picks. */
  folder(title: string): Promise<string>;
  exists(folder: string, path: string): Promise<boolean>;
  /** Writes new files; gives the address of the first one. */
  write(folder: string, files: readonly WireContent[]): Promise<string>;
  /** Replaces text in open or closed files and saves them. */
  replace(uri: string, expected: string, text: string): Promise<boolean>;
}

/** Starts the registry that comes with the extension; absent in a browser. */
export interface LocalRegistry {
  start(): Promise<{ url: string; token: string }>;
}

export interface Context {
  language: Language;
  registry: Session;
  ui: Ui;
  store: Store;
  local: LocalRegistry | undefined;
  /** Tells views, status bar and server that something changed. */
  refresh(...topics: Topic[]): void;
  now(): Date;
}

export interface MenuPlace {
  menu: string;
  when?: string;
  group?: string;
}

/** A command: what the manifest says of it, and what it does. */
export interface Command {
  id: string;
  title: string;
  icon?: string;
  /** When it can be run at all. */
  when?: string;
  /** False keeps it out of the palette: it needs a target. */
  palette?: boolean | string;
  menus?: readonly MenuPlace[];
  run(context: Context, target?: unknown): Promise<unknown>;
}
