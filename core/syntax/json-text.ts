import { type Decoder, Kind } from "./tree.ts";

/** Characters, numbers and strings of JSON: what the scanner recognises and how values are read from the text. */

export const QUOTE = 0x22;
export const BACKSLASH = 0x5c;

export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
/** Characters that belong to a bare word such as `true`, `None` or `-1.5e3`. */
export function isWord(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    code === 0x5f ||
    code === 0x24 ||
    code === 0x2b ||
    code === 0x2d ||
    code === 0x2e
  );
}

export const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

export function decodeString(text: string, start: number, end: number): string {
  const quote = text[start];
  if (quote !== '"' && quote !== "'") return text.slice(start, end);
  const closed = end - start > 1 && text[end - 1] === quote;
  const inner = text.slice(start + 1, closed ? end - 1 : end);
  if (!inner.includes("\\")) return inner;
  return inner.replace(
    /\\(?:u([0-9a-fA-F]{4})|([\s\S]))/g,
    (whole, hex: string | undefined, char: string | undefined) => {
      if (hex) return String.fromCharCode(Number.parseInt(hex, 16));
      switch (char) {
        case "n":
          return "\n";
        case "t":
          return "\t";
        case "r":
          return "\r";
        case "b":
          return "\b";
        case "f":
          return "\f";
        default:
          return char ?? whole;
      }
    },
  );
}

export const jsonDecoder: Decoder = {
  key: decodeString,
  scalar(text, kind, start, end) {
    switch (kind) {
      case Kind.string:
        return decodeString(text, start, end);
      case Kind.number: {
        const number = Number(text.slice(start, end));
        return Number.isNaN(number) ? text.slice(start, end) : number;
      }
      case Kind.boolean:
        return text[start] === "t" || text[start] === "T";
      case Kind.null:
        return null;
      default:
        return undefined;
    }
  },
};
