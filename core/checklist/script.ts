import type { SourceFile } from "../syntax/source.ts";
import type { Entity } from "./entities.ts";

/** A script with comments and texts blanked out, so that offsets stay and words in them are not taken for code. */
export interface Script {
  readonly file: SourceFile;
  readonly code: string;
}

const QUIET = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[$@]*@[$@]*"(?:[^"]|"")*"?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)+'/g;

/** The script that an entity is, where it holds any code. */
export function scriptOf({ file }: Entity): Script | undefined {
  if (file.role !== "script" || !file.text.trim()) return undefined;
  return { file, code: file.text.replace(QUIET, (text) => text.replace(/[^\r\n]/g, " ")) };
}

/** A class of a script: where its name stands, and what it derives from. */
export interface ScriptClass {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly base: string;
  /** Offset behind its opening brace; -1 where there is none. */
  readonly body: number;
}

export function classesOf({ code }: Script): ScriptClass[] {
  return [...code.matchAll(/\bclass\s+(\w+)(?:<[^>]*>)?\s*(?::\s*([\w.]+))?[^{;]*(\{)?/g)].map((match) => {
    const name = match[1] as string;
    const start = match.index + match[0].indexOf(name, 5);
    const body = match[3] ? match.index + match[0].length : -1;
    return { name, start, end: start + name.length, base: (match[2] ?? "").replace(/^.*\./, ""), body };
  });
}
