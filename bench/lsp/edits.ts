/** Keys that are pressed into a document. They come in pairs, one that types and one that takes it back, so that the text stays. */
import type { Language } from "../inputs/generate.ts";

export interface Position {
  readonly line: number;
  readonly character: number;
}
export interface Edit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly text: string;
}
/**
 * benign: a character in a description in the middle; toggle: a type becomes invalid and valid again; top: a new line at the top,
 * which moves everything; spread: like benign, at places all over the file; unbalance: a lone quote or bracket.
 */
export const KINDS = ["benign", "toggle", "top", "spread", "unbalance"] as const;
export type Kind = (typeof KINDS)[number];

const PATTERNS: Record<Language, Record<"description" | "type" | "key" | "value", RegExp>> = {
  json: {
    description: /"description": "[^"\n]{3}/g,
    type: /"type": "string/g,
    key: /\n +"(?=operationId)/g,
    value: /"description": "[^"\n]{3}/g,
  },
  yaml: {
    description: /(?<=\n) +description: [A-Za-z][^\n"']{3}/g,
    // Of a parameter: what is inside of a schema, the schema that the peer is given does not judge.
    type: / in: (?:path|query|header)\r?\n +type: string(?=\r?\n)/g,
    key: /\n +(?=description:)/g,
    value: /(?<=\n) +description: (?=[A-Za-z])/g,
  },
};

/** Finds places in a text once, and makes edits of them. */
export class Keys {
  private readonly text: string;
  private readonly language: Language;
  private readonly places = new Map<string, number[]>();
  private readonly lines: number[] = [0];

  constructor(text: string, language: Language) {
    this.text = text;
    this.language = language;
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.lines.push(at + 1);
  }

  position(offset: number): Position {
    let low = 0;
    let high = this.lines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lines[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: offset - (this.lines[low] as number) };
  }

  /** Ends of what the pattern matches, at a share of all its places: 0 is the first, 1 the last. */
  private place(pattern: keyof (typeof PATTERNS)["json"], share: number): number {
    let ends = this.places.get(pattern);
    if (!ends) {
      ends = [...this.text.matchAll(PATTERNS[this.language][pattern])].map((match) => match.index + match[0].length);
      this.places.set(pattern, ends);
    }
    const end = ends[Math.min(ends.length - 1, Math.floor(ends.length * share))];
    if (end === undefined) throw new Error(`The document has no place for an edit of a ${pattern}.`);
    return end;
  }

  /** Edit number `index` of a kind; an even one types, the odd one after it takes it back. */
  edit(kind: Kind, index: number): Edit {
    const [offset, text] = this.typed(kind, index >> 1);
    const start = this.position(offset);
    if (index % 2 === 0) return { range: { start, end: start }, text };
    const end = text === "\n" ? { line: start.line + 1, character: 0 } : { ...start, character: start.character + 1 };
    return { range: { start, end }, text: "" };
  }
  private typed(kind: Kind, pair: number): [offset: number, text: string] {
    switch (kind) {
      case "benign":
        return [this.place("description", 0.5), "x"];
      case "toggle":
        return [this.place("type", 0.5), "x"];
      case "top":
        // Inside of the first bracket in JSON: in front of it, a byte order mark may stand.
        return [this.language === "json" ? this.text.indexOf("{") + 1 : 0, "\n"];
      case "spread":
        // Steps of the golden ratio are spread evenly over the text, however many of them are made.
        return [this.place("description", (pair * 0.618034) % 1), "x"];
      case "unbalance":
        if (pair % 2 === 0) return [this.place("value", 0.5), '"'];
        return this.language === "json" ? [this.place("key", 0.5) - 1, "{"] : [this.place("value", 0.5), "["];
    }
  }
  /** A place where a key of an object could be written, for completion. */
  keyPosition(share: number): Position {
    return this.position(this.place("key", share));
  }
}
