import type { LiveTree } from "../syntax/live-tree.ts";
import { parse, parseLive } from "../syntax/parse.ts";
import type { Reader, Reads, Source } from "../syntax/reads.ts";
import type { FileRole, SourceFile, SourceInput, TextChange } from "../syntax/source.ts";

export type Family = "definition" | "powerplatform";

/** Last segment of a path that uses `/` or `\`. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
}
/** Everything before the last segment; empty for a bare name. */
export function dirName(path: string): string {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return at < 0 ? "" : path.slice(0, at);
}

const DEFINITION = /\.connector\.(?:ya?ml|json)$/i;
const SWAGGER = /(?:\.swagger\.json|^api[-_ ]?defin[a-z]*\.json)$/i;
const PROPERTIES = /^(?:.+\.)?api[-_ ]?properties\.json$/i;

/** What a file is for, judged by its name alone; letter case and small misspellings are forgiven, a rule reports them. */
export function roleOf(path: string): FileRole {
  const name = baseName(path);
  if (DEFINITION.test(name) || SWAGGER.test(name)) return "definition";
  if (PROPERTIES.test(name)) return "properties";
  if (/^(?:readme|intro)\.md$/i.test(name)) return "readme";
  if (/^settings\.json$/i.test(name)) return "settings";
  if (/\.csx$/i.test(name)) return "script";
  if (/\.(?:png|svg)$/i.test(name)) return "icon";
  return "other";
}

/** The family that a main file's name says; `undefined` where only the content can tell. */
export function familyByName(path: string): Family | undefined {
  const name = baseName(path);
  if (DEFINITION.test(name)) return "definition";
  if (SWAGGER.test(name) || PROPERTIES.test(name)) return "powerplatform";
  return undefined;
}

/** The family that a text's own first keys say, for files with other names. Cheap: it does not parse. */
export function familyByContent(text: string): Family | undefined {
  if (/(?:^|[{,\s])"?format_version"?\s*:/.test(text.slice(0, 2000))) return "definition";
  if (/"(?:swagger|openapi)"\s*:|^\s*(?:swagger|openapi)\s*:/m.test(text.slice(0, 200_000))) return "powerplatform";
  return undefined;
}

/** Parses what is a document, leaves the rest as text. With `reads`, the file can be edited afterwards. */
export function toSource(input: SourceInput, role: FileRole = roleOf(input.path), reads?: Reads): SourceFile {
  const isData = role === "definition" || role === "properties" || role === "settings";
  if (reads) return isData ? new LiveFile(input, role, reads) : new LiveText(input, role, reads);
  return { ...input, role, tree: isData ? parse(input.path, input.text) : undefined };
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
