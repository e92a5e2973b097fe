/** A document that is open in a server, and what the server says of it after each change. */

import type { Json, LspClient } from "./client.ts";
import type { Edit } from "./edits.ts";

/** How the end of a key is told: the answer to a question of ours, or a message that the server sends by itself. */
export type Mode = "pull" | "push";
export interface Report {
  /** When the diagnostics were read. */
  readonly at: number;
  /** What the diagnostics are, as one short text: two reports with equal texts say the same. */
  readonly state: string;
  readonly count: number;
}

const TIMEOUT = 120_000;

/** Everything of the diagnostics that a person would notice, but where they stand: a new line at the top changes no state. */
function stateOf(items: readonly Json[]): string {
  return `${items.length}: ${items
    .map(({ code, message }) => `${String(code)} ${String(message)}`)
    .sort()
    .join("\n")
    .slice(0, 2000)}`;
}

export class Session {
  readonly client: LspClient;
  readonly uri: string;
  readonly mode: Mode;
  version = 1;
  private readonly languageId: string;
  private resultId: string | undefined;
  private last: { state: string; count: number } = { state: "", count: 0 };

  constructor(client: LspClient, uri: string, languageId: string) {
    this.client = client;
    this.uri = uri;
    this.languageId = languageId;
    this.mode = client.capabilities.diagnosticProvider ? "pull" : "push";
  }

  open(text: string): Promise<Report> {
    const params = { textDocument: { uri: this.uri, languageId: this.languageId, version: this.version, text } };
    return this.after(() => this.client.notify("textDocument/didOpen", params));
  }
  /** Sends a change and resolves with the diagnostics that follow it. */
  key(edit: Edit): Promise<Report> {
    return this.after(() => this.type(edit));
  }
  /** Sends a change, and waits for nothing. */
  type({ range, text }: Edit): void {
    this.version++;
    this.client.notify("textDocument/didChange", {
      textDocument: { uri: this.uri, version: this.version },
      contentChanges: [{ range, text }],
    });
  }
  private async after(send: () => void): Promise<Report> {
    if (this.mode === "push") {
      const published = this.published(() => this.version);
      send();
      return published;
    }
    send();
    return this.pull();
  }

  /** Asks for the diagnostics of the document as it is now. */
  async pull(): Promise<Report> {
    const { result, error, at } = await this.client.request("textDocument/diagnostic", {
      textDocument: { uri: this.uri },
      ...(this.resultId !== undefined && { previousResultId: this.resultId }),
    });
    if (error) throw new Error(`${this.client.server.name} refuses to say its diagnostics: ${error.message}`);
    const report = result as { kind: string; resultId?: string; items?: Json[] };
    this.resultId = report.resultId;
    if (report.items) this.last = { state: stateOf(report.items), count: report.items.length };
    return { at, ...this.last };
  }

  /** The next diagnostics that the server sends; of the wanted version, where it says versions at all. */
  private published(version: () => number): Promise<Report> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        forget();
        reject(new Error(`${this.client.server.name} has sent no diagnostics in ${TIMEOUT / 1000} s`));
      }, TIMEOUT);
      const forget = this.client.onPublished((published, at) => {
        if (published.uri !== this.uri) return;
        if (published.version !== undefined && published.version !== version()) return;
        clearTimeout(timer);
        forget();
        const { diagnostics } = published;
        this.last = { state: stateOf(diagnostics), count: diagnostics.length };
        resolve({ at, ...this.last });
      });
    });
  }
}
