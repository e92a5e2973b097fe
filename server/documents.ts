import type { Position, Range, TextDocumentContentChangeEvent } from "vscode-languageserver";
import { Lines } from "../core/syntax/lines.ts";
import type { SourceFile } from "../core/syntax/source.ts";

/**
 * A document that is open in the editor. Once it belongs to a connector its text is kept by the connector's file alone, which
 * takes a change without touching the rest; before that, and where it belongs to none, it is kept here.
 */
export class OpenDocument {
  /** As the client spells it. */
  readonly uri: string;
  version: number;
  private own: string;
  private file: SourceFile | undefined;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.version = version;
    this.own = text;
  }
  get text(): string {
    return this.file ? this.file.text : this.own;
  }
  /** Hands the text over to a file that holds the same. */
  attach(file: SourceFile): void {
    this.file = file;
    this.own = "";
  }
  detach(): void {
    if (!this.file) return;
    this.own = this.file.text;
    this.file = undefined;
  }
  get isAttached(): boolean {
    return this.file !== undefined;
  }
  offset(position: Position): number {
    return this.file?.tree ? this.file.tree.offset(position) : new Lines(this.text).offset(position);
  }

  change(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    this.version = version;
    for (const change of changes) {
      if ("range" in change) {
        const { start, end } = ordered(change.range);
        this.replace(this.offset(start), this.offset(end), change.text);
      } else this.replaceAll(change.text);
    }
  }
  private replace(start: number, end: number, text: string): void {
    if (this.file?.edit) this.file.edit({ start, end, text });
    else this.own = this.own.slice(0, start) + text + this.own.slice(end);
  }
  /** A client that sends whole texts changes little of them, too. */
  private replaceAll(text: string): void {
    const before = this.text;
    let start = 0;
    const shorter = Math.min(before.length, text.length);
    while (start < shorter && before.charCodeAt(start) === text.charCodeAt(start)) start++;
    let end = 0;
    while (
      end < shorter - start &&
      before.charCodeAt(before.length - 1 - end) === text.charCodeAt(text.length - 1 - end)
    )
      end++;
    this.replace(start, before.length - end, text.slice(start, text.length - end));
  }
}

function ordered({ start, end }: Range): Range {
  const swapped = start.line > end.line || (start.line === end.line && start.character > end.character);
  return swapped ? { start: end, end: start } : { start, end };
}
