import { type Decoder, Kind, type Scalar } from "./tree.ts";

/** What scalars of YAML mean: the core schema's types of plain text, and the text behind quotes, folds and blocks. */

const NUMBER =
  /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;

/** The type of plain text on one line. The first character rules nearly everything out, so most text is never compared. */
export function plainKind(text: string, start: number, end: number): Kind {
  const code = text.charCodeAt(start);
  if (code < 0x3a) {
    if ((code >= 0x30 || code === 0x2b || code === 0x2d || code === 0x2e) && code !== 0x2f)
      return NUMBER.test(text.slice(start, end)) ? Kind.number : Kind.string;
    return Kind.string;
  }
  const length = end - start;
  if (code === 0x7e) return length === 1 ? Kind.null : Kind.string;
  if (length < 4 || length > 5) return Kind.string;
  switch (code) {
    case 0x6e:
    case 0x4e: {
      const word = text.slice(start, end);
      return word === "null" || word === "Null" || word === "NULL" ? Kind.null : Kind.string;
    }
    case 0x74:
    case 0x54: {
      const word = text.slice(start, end);
      return word === "true" || word === "True" || word === "TRUE" ? Kind.boolean : Kind.string;
    }
    case 0x66:
    case 0x46: {
      const word = text.slice(start, end);
      return word === "false" || word === "False" || word === "FALSE" ? Kind.boolean : Kind.string;
    }
    default:
      return Kind.string;
  }
}

function number(word: string): number {
  if (word.startsWith("0o")) return Number.parseInt(word.slice(2), 8);
  if (word.startsWith("0x")) return Number.parseInt(word.slice(2), 16);
  const lower = word.slice(-3).toLowerCase();
  if (lower === "nan") return Number.NaN;
  if (lower === "inf") return word.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return /^[-+]?[0-9]+$/.test(word) ? Number.parseInt(word, 10) : Number.parseFloat(word);
}

/** The value of a scalar that was scanned: its kind is known, and its first character tells how it is written. */
export function decodeScalar(text: string, kind: Kind, start: number, end: number): Scalar | undefined {
  switch (kind) {
    case Kind.string:
      switch (text.charCodeAt(start)) {
        case 0x22:
          return doubleQuoted(text, start + 1, end - 1);
        case 0x27:
          return unfold(text.slice(start + 1, end - 1)).replace(/''/g, "'");
        case 0x7c:
        case 0x3e:
          return blockText(text, start, end, -1);
        default:
          return unfold(text.slice(start, end));
      }
    case Kind.number:
      return number(text.slice(start, end));
    case Kind.boolean:
      return (text.charCodeAt(start) | 0x20) === 0x74;
    case Kind.null:
      return null;
    default:
      return undefined;
  }
}

/** A key as a name: what is no text counts as it is printed, so that 0x10 and 16 are the same name, and null is none. */
export function keyName(text: string, start: number, end: number): string {
  const code = text.charCodeAt(start);
  if (code === 0x22 || code === 0x27) return decodeScalar(text, Kind.string, start, end) as string;
  const kind = plainKind(text, start, end);
  if (kind === Kind.string) return text.slice(start, end);
  return String(decodeScalar(text, kind, start, end) ?? "");
}

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;
const isBreak = (code: number): boolean => code === 0x0a || code === 0x0d;

/** Without blanks at its end; a loop, because an expression would take the square of a long run of blanks. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && isBlank(line.charCodeAt(end - 1))) end--;
  return line.slice(0, end);
}
function trimStart(line: string): string {
  let start = 0;
  while (isBlank(line.charCodeAt(start))) start++;
  return line.slice(start);
}

/** Lines of plain or single-quoted text joined by blanks; an empty line stands for a line break. */
function unfold(source: string): string {
  if (!source.includes("\n")) return source;
  const lines = source.split(/\r?\n/);
  let result = trimEnd(lines[0] as string);
  let separator = " ";
  for (let i = 1; i < lines.length - 1; i++) {
    const line = trimEnd(trimStart(lines[i] as string));
    if (line) {
      result += separator + line;
      separator = " ";
    } else if (separator === "\n") result += separator;
    else separator = "\n";
  }
  return result + separator + trimStart(lines[lines.length - 1] as string);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  e: "\x1b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};

/** Double-quoted text between its quotes. The scanner let only known escapes pass. */
function doubleQuoted(text: string, start: number, end: number): string {
  const source = text.slice(start, end);
  if (!source.includes("\\") && !source.includes("\n")) return source;
  let value = "";
  let done = 0;
  for (let at = 0; at < source.length; ) {
    const code = source.charCodeAt(at);
    if (code === 0x0a) {
      // Blanks around a break go; one break is a blank, of several all but one stay.
      value += trimEnd(source.slice(done, at).replace(/\r$/, ""));
      let breaks = 0;
      for (; isBlank(source.charCodeAt(at)) || isBreak(source.charCodeAt(at)); at++)
        if (source.charCodeAt(at) === 0x0a) breaks++;
      value += breaks === 1 ? " " : "\n".repeat(breaks - 1);
      done = at;
    } else if (code === 0x5c) {
      value += source.slice(done, at);
      const char = source[at + 1] as string;
      const digits = char === "x" ? 2 : char === "u" ? 4 : char === "U" ? 8 : 0;
      at += 2;
      if (digits) {
        value += String.fromCodePoint(Number.parseInt(source.slice(at, at + digits), 16));
        at += digits;
      } else if (char === "\n" || char === "\r") {
        if (char === "\r") at++;
        while (isBlank(source.charCodeAt(at))) at++;
      } else value += ESCAPES[char] ?? char;
      done = at;
    } else at++;
  }
  return value + source.slice(done);
}

/**
 * Text of a literal or folded block. `parentIndent` counts only where the header gives the indentation as a number; otherwise
 * the first line with text gives it.
 */
export function blockText(text: string, start: number, end: number, parentIndent: number): string {
  const header = text.indexOf("\n", start) + 1;
  const folded = text.charCodeAt(start) === 0x3e;
  let chomp = "";
  let given = 0;
  for (let at = start + 1; ; at++) {
    const char = text[at] as string;
    if (char === "-" || char === "+") chomp = char;
    else if (char >= "1" && char <= "9") given = Number(char);
    else break;
  }
  if (end <= header) return "";
  const source = text.slice(header, end);
  const lines = source.split("\n");
  const crlf = source.includes("\r");
  const indents: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    let line = lines[i] as string;
    if (crlf && line.endsWith("\r")) lines[i] = line = line.slice(0, -1);
    let indent = 0;
    while (line.charCodeAt(indent) === 0x20) indent++;
    indents.push(indent);
  }
  const empty = (i: number): boolean => indents[i] === (lines[i] as string).length;
  let tail = lines.length;
  while (tail > 0 && empty(tail - 1)) tail--;
  if (tail === 0) return chomp === "+" ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
  let first = 0;
  while (empty(first)) first++;
  const trim = given ? parentIndent + given : (indents[first] as number);
  // Lines of blanks at the end that reach beyond the indentation are text.
  for (let i = lines.length - 1; i >= tail; i--) if ((indents[i] as number) > trim) tail = i + 1;
  let value = "";
  for (let i = 0; i < first; i++) value += `${(lines[i] as string).slice(trim)}\n`;
  value += folded
    ? foldBlock(lines, indents, first, tail, trim)
    : lines
        .slice(first, tail)
        .map((line) => line.slice(trim))
        .join("\n");
  if (chomp === "-") return value;
  if (chomp === "+") {
    for (let i = tail; i < lines.length; i++) value += `\n${(lines[i] as string).slice(trim)}`;
    return value.endsWith("\n") ? value : `${value}\n`;
  }
  return `${value}\n`;
}

/** Folds lines as `>` does: breaks become blanks, except around lines that stand further in. */
function foldBlock(
  lines: readonly string[],
  indents: readonly number[],
  first: number,
  tail: number,
  trim: number,
): string {
  let value = "";
  let separator = "";
  let wasFurtherIn = false;
  for (let i = first; i < tail; i++) {
    const line = lines[i] as string;
    const indent = indents[i] as number;
    const rest = line.slice(trim);
    if (indent > trim || line.charCodeAt(indent) === 0x09) {
      if (separator === " ") separator = "\n";
      else if (!wasFurtherIn && separator === "\n") separator = "\n\n";
      value += separator + rest;
      separator = "\n";
      wasFurtherIn = true;
    } else if (indent === line.length) {
      if (separator === "\n") value += "\n";
      else separator = "\n";
    } else {
      value += separator + rest;
      separator = " ";
      wasFurtherIn = false;
    }
  }
  return value;
}

/** Keys and scalars are decoded from the text when asked for. */
export const yamlDecoder: Decoder = { key: keyName, scalar: decodeScalar };
