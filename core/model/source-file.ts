import type { LiveTree } from "../syntax/live-tree.ts";
import { parse, parseLive } from "../syntax/parse.ts";
import type { Reader, Reads, Source } from "../syntax/reads.ts";
import type { FileRole, SourceFile, SourceInput, TextChange } from "../syntax/source.ts";
import { roleOf } from "./files.ts";
import { describeImage } from "./image.ts";
import { listPackage } from "./package.ts";

/** Parses what is a document, leaves the rest as text. With `reads`, the file can be edited afterwards. */
export function toSource(given: SourceInput, role: FileRole = roleOf(given.path), reads?: Reads): SourceFile {
  const isData = DATA.has(role);
  const words = given.bytes && inWords(given.path, given.bytes, role);
  const input = words === undefined ? given : { ...given, text: words };
  if (reads) return isData ? new LiveFile(input, role, reads) : new LiveText(input, role, reads);
  return { ...input, role, tree: isData ? parse(input.path, input.text) : undefined };
}

/** Roles of files that are JSON or YAML. */
const DATA: ReadonlySet<FileRole> = new Set(["definition", "properties", "settings", "project", "pullRequest"]);

/** What rules read of a binary file; `undefined` where its own text says it. */
function inWords(path: string, bytes: Uint8Array, role: FileRole): string | undefined {
  if (role === "package") return listPackage(bytes);
  return role === "icon" && !/\.svg$/i.test(path) ? describeImage(bytes) : undefined;
}

/** A document that is being edited. Its whole text is put together only for who asks for it. */
class LiveFile implements SourceFile {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly role: FileRole;
  readonly tree: LiveTree;

  constructor({ path, text, bytes }: SourceInput, role: FileRole, reads: Reads) {
    this.path = path;
    this.role = role;
    this.tree = parseLive(path, text, reads);
    if (bytes) this.bytes = bytes;
  }
  get text(): string {
    return this.tree.text;
  }
  edit(change: TextChange): void {
    this.tree.edit(change);
  }
}

/** Prose or a script that is being edited: who reads it reads all of it. */
class LiveText implements SourceFile, Source {
  readonly path: string;
  readonly bytes?: Uint8Array;
  readonly role: FileRole;
  readonly tree = undefined;
  private content: string;
  private readonly reads: Reads;
  private readonly readers = new Set<Reader>();

  constructor({ path, text, bytes }: SourceInput, role: FileRole, reads: Reads) {
    this.path = path;
    this.role = role;
    this.content = text;
    this.reads = reads;
    if (bytes) this.bytes = bytes;
  }
  get text(): string {
    this.reads.current?.note(this, undefined);
    return this.content;
  }
  edit({ start, end, text }: TextChange): void {
    this.content = this.content.slice(0, start) + text + this.content.slice(end);
    for (const reader of [...this.readers]) reader.changed();
  }
  add(reader: Reader): void {
    this.readers.add(reader);
  }
  remove(reader: Reader): void {
    this.readers.delete(reader);
  }
}
