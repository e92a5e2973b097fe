/** A small client of the language server protocol over stdio, made for measuring: it stamps every message when it is whole. */
import { type ChildProcess, spawn } from "node:child_process";
import { cpuOf, memoryOf } from "../processes.ts";

export type Json = Record<string, unknown>;
export interface Answer {
  readonly result: unknown;
  readonly error: { readonly message: string } | undefined;
  /** When the answer was read, on the clock of `performance.now()`. */
  readonly at: number;
}
export interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Json[];
}

/** How a server is started and what it has to be told; the differences between the servers stand here and nowhere else. */
export interface ServerDescription {
  readonly name: string;
  readonly command: readonly string[];
  /** Milliseconds that the server waits before it looks at a change that it reports by itself. */
  readonly debounce: number;
  readonly initializationOptions?: Json;
  /** Answers `workspace/configuration`, by section, and is sent once. */
  readonly settings?: Json;
  /** Answers to requests that only this server makes. */
  readonly requests?: Readonly<Record<string, (params: Json) => unknown>>;
}

interface Message {
  id?: number | string;
  method?: string;
  params?: Json;
  result?: unknown;
  error?: { message: string };
}

const TIMEOUT = 120_000;

export class LspClient {
  readonly server: ServerDescription;
  readonly spawned = performance.now();
  /** Counts `workspace/diagnostic/refresh`: the server has more to say than it said. */
  refreshes = 0;
  capabilities: Json = {};
  private readonly child: ChildProcess;
  private readonly pending = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  private readonly listeners = new Set<(published: Published, at: number) => void>();
  private errors = "";
  private sequence = 0;
  private gone = false;
  private chunks: Buffer[] = [];
  private length = 0;
  private wanted = -1;

  constructor(server: ServerDescription) {
    this.server = server;
    const [program, ...args] = server.command as [string, ...string[]];
    this.child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.child.stderr?.on("data", (chunk: Buffer) => {
      if (this.errors.length < 10_000) this.errors += chunk;
    });
    this.child.stdin?.on("error", () => {});
    this.child.stdout?.on("data", (chunk: Buffer) => this.receive(chunk));
    this.child.on("error", (error) => this.end(error.message));
    this.child.on("exit", (code, signal) => this.end(`it ended (${signal ?? code}). ${this.errors.slice(-500)}`));
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }
  cpu(): number {
    return cpuOf(this.pid);
  }
  memory(): { now: number; peak: number } {
    return memoryOf(this.pid);
  }

  private end(why: string): void {
    this.gone = true;
    for (const { reject } of this.pending.values()) reject(new Error(`${this.server.name} cannot be measured: ${why}`));
    this.pending.clear();
  }

  private receive(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
    for (;;) {
      if (this.wanted < 0) {
        const all = this.joined();
        const end = all.indexOf("\r\n\r\n");
        if (end < 0) return;
        this.wanted = Number(/content-length:\s*(\d+)/i.exec(all.toString("latin1", 0, end))?.[1]);
        this.rest(all, end + 4);
      }
      if (this.length < this.wanted) return;
      const all = this.joined();
      const at = performance.now();
      const message = JSON.parse(all.toString("utf8", 0, this.wanted)) as Message;
      this.rest(all, this.wanted);
      this.wanted = -1;
      this.handle(message, at);
    }
  }
  private joined(): Buffer {
    const all = this.chunks.length === 1 ? (this.chunks[0] as Buffer) : Buffer.concat(this.chunks, this.length);
    this.chunks = [all];
    return all;
  }
  private rest(all: Buffer, from: number): void {
    this.chunks = [all.subarray(from)];
    this.length = all.length - from;
  }

  private handle(message: Message, at: number): void {
    if (message.method === undefined) {
      const waiting = this.pending.get(message.id as number);
      this.pending.delete(message.id as number);
      waiting?.resolve({ result: message.result, error: message.error, at });
      return;
    }
    const params = message.params ?? {};
    if (message.id !== undefined) this.write({ id: message.id, result: this.reply(message.method, params) ?? null });
    else if (message.method === "textDocument/publishDiagnostics")
      for (const listener of [...this.listeners]) listener(params as unknown as Published, at);
  }
  private reply(method: string, params: Json): unknown {
    const own = this.server.requests?.[method];
    if (own) return own(params);
    if (method === "workspace/diagnostic/refresh") this.refreshes++;
    if (method !== "workspace/configuration") return null;
    const settings = this.server.settings ?? {};
    return (params.items as { section?: string }[]).map(({ section }) =>
      section ? (settings[section] ?? null) : settings,
    );
  }

  private write(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.child.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }
  notify(method: string, params?: Json): void {
    this.write(params ? { method, params } : { method });
  }
  request(method: string, params?: Json): Promise<Answer> {
    const id = ++this.sequence;
    return new Promise((resolve, reject) => {
      if (this.gone) return reject(new Error(`${this.server.name} is gone. ${this.errors.slice(-500)}`));
      const timer = setTimeout(() => {
        this.pending.delete(id);
        reject(new Error(`${this.server.name} has not answered ${method} in ${TIMEOUT / 1000} s`));
      }, TIMEOUT);
      const settle =
        <T>(next: (value: T) => void) =>
        (value: T): void => {
          clearTimeout(timer);
          next(value);
        };
      this.pending.set(id, { resolve: settle(resolve), reject: settle(reject) });
      this.write({ id, method, ...(params && { params }) });
    });
  }
  /** Any server answers a request that it does not know, once it has finished what it is doing. Milliseconds until then. */
  async ping(): Promise<number> {
    const start = performance.now();
    return (await this.request("bench/ping", {})).at - start;
  }
  onPublished(listener: (published: Published, at: number) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Resolves when `initialize` is answered, with the moment. */
  async initialize(rootUri: string): Promise<number> {
    const { result, at } = await this.request("initialize", {
      processId: process.pid,
      clientInfo: { name: "bench" },
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: "bench" }],
      capabilities: {
        workspace: {
          configuration: true,
          // The YAML server reads its settings, and with them the schema, only of clients that can be registered with.
          didChangeConfiguration: { dynamicRegistration: true },
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
        },
        textDocument: {
          synchronization: {},
          diagnostic: { dynamicRegistration: false, relatedDocumentSupport: false },
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
          completion: { completionItem: { documentationFormat: ["markdown", "plaintext"] }, contextSupport: true },
        },
      },
      initializationOptions: this.server.initializationOptions ?? {},
    });
    this.capabilities = (result as { capabilities: Json }).capabilities;
    this.notify("initialized", {});
    if (this.server.settings) this.notify("workspace/didChangeConfiguration", { settings: this.server.settings });
    return at;
  }

  /** Ends the server as the protocol asks, and by force if it does not go. */
  async stop(): Promise<void> {
    if (this.gone) return;
    const ended = new Promise<void>((resolve) => this.child.once("exit", () => resolve()));
    await Promise.race([this.request("shutdown").catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3000))]);
    this.notify("exit");
    const force = setTimeout(() => this.child.kill("SIGKILL"), 500);
    await ended;
    clearTimeout(force);
  }
}
