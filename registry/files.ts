/** The files of a publication: from the wire to bytes and to the core's input, and back. */
import { decodeBase64, encodeBase64 } from "../core/api/base64.ts";
import { comparePaths, digestText, versionDigest } from "../core/api/digest.ts";
import type { WireContent } from "../core/api/types.ts";
import type { SourceInput } from "../core/syntax/source.ts";
import { sha256 } from "./hash.ts";
import { ProblemError } from "./problem.ts";
import type { StoredFile } from "./store/files.ts";

/** Reads the files of a request; paths that lead out of the connector's folder, or twice to the same file, are refused. */
export function readWireFiles(files: readonly WireContent[]): StoredFile[] {
  const seen = new Set<string>();
  const read = files.map((file, index) => {
    const refuse = (member: string, detail: string) =>
      new ProblemError("invalid-request", `The file ${JSON.stringify(file.path)} cannot be taken: ${detail}.`, {
        errors: [{ pointer: `/files/${index}${member}`, detail }],
      });
    if (!isSafePath(file.path))
      throw refuse("/path", "its path must be relative, with `/`, and stay within the folder");
    const key = file.path.toLowerCase();
    if (seen.has(key)) throw refuse("/path", "its path is there twice");
    seen.add(key);
    if ((file.text === undefined) === (file.base64 === undefined)) throw refuse("", "it needs either text or base64");
    const bytes = file.text === undefined ? decodeBase64(file.base64 ?? "") : Buffer.from(file.text, "utf8");
    if (!bytes) throw refuse("/base64", "it is no base64");
    return {
      path: file.path,
      digest: digestText(sha256(bytes)),
      size: bytes.length,
      binary: file.text === undefined,
      bytes,
    };
  });
  return read.sort((left, right) => comparePaths(left.path, right.path));
}

function isSafePath(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is kept out
  if (/[\u0000-\u001f\u007f\\:*?"<>|]/.test(path)) return false;
  return path.split("/").every((part) => part !== "" && part !== "." && part !== ".." && part === part.trim());
}

/** The digest of a set of files. */
export function digestOf(files: readonly StoredFile[]): string {
  return versionDigest(files, sha256);
}

/** Files as the core reads them. */
export function sourceInputs(files: readonly StoredFile[]): SourceInput[] {
  return files.map(({ path, binary, bytes }) =>
    binary ? { path, text: textOf(bytes) ?? "", bytes } : { path, text: textOf(bytes) ?? "" },
  );
}

/** Files as they go over the wire: exactly as they came. */
export function wireContent(files: readonly StoredFile[]): WireContent[] {
  return files.map(({ path, binary, bytes }) => {
    const text = binary ? undefined : textOf(bytes);
    return text === undefined ? { path, base64: encodeBase64(bytes) } : { path, text };
  });
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function textOf(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}
