/** What somebody pasted from a validator's output, line by line. */

/** Where an entry says that it is about. */
export type Whereabouts =
  /** A JSON pointer, with or without its first slash. */
  | { readonly kind: "pointer"; readonly path: string }
  /** `operation/<id>/…` of the change validator: names instead of indexes, references followed. */
  | { readonly kind: "operation"; readonly path: string }
  /** Line and column of apiProperties.json, both from 1. */
  | { readonly kind: "position"; readonly line: number; readonly column: number }
  | { readonly kind: "none" };

export interface LogEntry {
  /** Line of the log, from 0. */
  readonly line: number;
  readonly severity: "error" | "warning";
  /** The sentence as it was pasted, without what surrounds it. */
  readonly message: string;
  /** Code of the validator, or of a certification policy; empty where the log gives none. */
  readonly code: string;
  readonly at: Whereabouts;
}

/** What is read of a log, in order. Lines that say nothing about a connector are left out. */
export function readLog(text: string): LogEntry[] {
  return text.split(/\r?\n/).flatMap((line, index) => [...objectsOf(line, index), ...(sentenceOf(line, index) ?? [])]);
}

/** Entries of the validator of apiProperties.json, as PowerShell prints objects. */
function objectsOf(line: string, index: number): LogEntry[] {
  return [...line.matchAll(/@\{level=(\w+);\s*message=(.*?);\s*valuePath=(.*?);\s*value=.*?\}/g)].map(
    ([, level = "", message = "", path = ""]) => {
      const position = /line:\s*(\d+)\s+position:\s*(\d+)/.exec(path);
      return {
        line: index,
        severity: severityOf(level),
        message: message.trim(),
        code: "",
        at: position
          ? { kind: "position", line: Number(position[1]), column: Number(position[2]) }
          : whereabouts(path.trim()),
      };
    },
  );
}

/** What a log puts before the sentence: a time, the mark of the pipeline, a level. */
const TIME = /^\d{4}-\d\d-\d\dT[\d:.]+Z\s+/;
const MARK = /##\[(error|warning|section|debug|command)\]/;
const LEVEL = /^(Critical|Error|Warning)\s*:\s*/i;

function sentenceOf(given: string, index: number): LogEntry[] | undefined {
  if (given.includes("@{level=")) return undefined;
  let rest = given.replace(TIME, "").trim();
  const mark = MARK.exec(rest)?.[1];
  if (mark === "section" || mark === "debug" || mark === "command") return undefined;
  rest = rest.replace(MARK, "").trim();
  const level = LEVEL.exec(rest)?.[1];
  rest = rest.replace(LEVEL, "");
  let at: Whereabouts = { kind: "none" };
  // `info : The … is required.`, as the command line of the platform prints it.
  const place = level ? /^([\w./~{}$-]+)\s+:\s+(?=\S)/.exec(rest) : null;
  if (place) {
    at = whereabouts(place[1] as string);
    rest = rest.slice(place[0].length);
  }
  const value = /\s*ValuePath:\s*(?:'([^']*)'|(\S+))/.exec(rest);
  if (value) {
    at = whereabouts(value[1] ?? value[2] ?? "");
    rest = rest.slice(0, value.index) + rest.slice(value.index + value[0].length);
  }
  rest = rest.replace(/\s*Source:\s*\w+\s*$/, "").replace(/\s*Value:\s*'[^']*'\s*$/, "");
  let code = /Policy Code:\s*([\d.]*\d)/i.exec(rest)?.[1] ?? "";
  // `file: error SomeCode: [operation/…] The sentence.`
  const coded = /(?:^|[\s:])(error|warning)\s+([A-Z]\w+):\s*(?:\[(operation\/[^\]]*)\]\s*)?/i.exec(rest);
  if (coded) {
    code = coded[2] as string;
    if (coded[3]) at = whereabouts(coded[3]);
    rest = rest.slice(coded.index + coded[0].length);
  }
  const message = rest.trim();
  if (!message) return undefined;
  const severity = severityOf(level ?? coded?.[1] ?? mark ?? "error");
  const marked = Boolean(mark || level || value || coded);
  return [{ line: index, severity, message, code: code || (marked ? "" : UNMARKED), at }];
}

/** The code of lines of which only the words can tell whether they are about a connector. */
export const UNMARKED = "?";

function severityOf(level: string): LogEntry["severity"] {
  return level.toLowerCase() === "warning" ? "warning" : "error";
}

function whereabouts(path: string): Whereabouts {
  if (!path || path === "/") return { kind: "pointer", path: "" };
  if (/^operations?\//.test(path)) return { kind: "operation", path };
  // `[0].properties.connectionParameters` of a list that holds one document.
  if (/^\[\d+\]/.test(path))
    return {
      kind: "pointer",
      path: path
        .replace(/^\[\d+\]\.?/, "")
        .replace(/\[(\d+)\]/g, ".$1")
        .replace(/\./g, "/"),
    };
  return { kind: "pointer", path: path.replace(/^#?\//, "") };
}
