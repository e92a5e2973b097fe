import type { Tree } from "./tree.ts";

/**
 * One file as it is handed to the core: its path (always with `/`), its text, and its bytes where the file is binary. Of an icon
 * and of a package the text is what `describeImage` and `listPackage` say of the bytes.
 */
export interface SourceInput {
  readonly path: string;
  readonly text: string;
  readonly bytes?: Uint8Array;
}

/** A file of a connector: what was handed in, and its syntax tree where it is JSON or YAML. */
export interface SourceFile extends SourceInput {
  readonly role: FileRole;
  /** The tree of a JSON or YAML file; `undefined` for prose, scripts and images. */
  readonly tree: Tree | undefined;
  /** Replaces a part of the text, where the file was read to be edited. */
  edit?(change: TextChange): void;
}

/** A change of a text: what stood between two offsets is replaced. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What a file is for within its connector. `definition` is the main file of either family, `project` the settings of how it is
 * checked, which may lie above it and serve others too. A `package` is what is uploaded for certification, and a `pullRequest`
 * the event that a service tells of one.
 */
export type FileRole =
  | "definition"
  | "properties"
  | "readme"
  | "settings"
  | "script"
  | "icon"
  | "package"
  | "pullRequest"
  | "project"
  | "other";

/** A place in a file: UTF-16 offsets, end exclusive, and the RFC 6901 pointer of the value it belongs to. */
export interface Place {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
  readonly pointer: string;
}

/** A replacement of text. Offsets are UTF-16 units of the text before any edit; the edits of one fix never overlap. */
export interface TextEdit {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}
