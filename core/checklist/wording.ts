import { abbreviation } from "./abbreviations.ts";
import { isSmall } from "./text.ts";

/** The end of a sentence; quotes and brackets may close behind it. */
const SENTENCE_END = /[.!?…。！？][)\]"'”’»]*$/u;
/** What can be put right at the end of a text before a full stop comes. */
const LOOSE_END = /[\s,;:\-–—]+$/;
/** A first word in small letters. Names such as iPhone and abbreviations with points are none. */
const SMALL_START = /^\p{Ll}+(?=[\s,;:)'’/-]|[.!?]?$)/u;

/** Whether a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.trimEnd());
}

/** The text with a capital at its start. */
export function startingBig(text: string): string {
  return text.replace(SMALL_START, (word) => abbreviation(word) ?? word[0]?.toUpperCase() + word.slice(1));
}

/** Words of a label in title case; small ones within it, names and abbreviations stay as they are. */
export function titleCase(text: string): string {
  return text.replace(/[\p{L}\p{N}'’]+/gu, (word, at: number) => {
    if (!/^\p{Ll}+(?:['’]\p{Ll}*)?$/u.test(word) || (at > 0 && isSmall(word))) return word;
    return abbreviation(word) ?? word[0]?.toUpperCase() + word.slice(1);
  });
}

/** The text as a sentence: a capital first and a full stop at the end. Empty where nothing remains to be said. */
export function asSentence(text: string): string {
  const said = text.trim().replace(LOOSE_END, "");
  return said && `${startingBig(said)}${endsSentence(said) ? "" : "."}`;
}

/** Whether two texts say the same word for word, case, white space and a full stop aside. */
export function saysSame(one: string, other: string): boolean {
  // Most pairs differ in their first letter already.
  if (one.trimStart()[0]?.toLowerCase() !== other.trimStart()[0]?.toLowerCase()) return false;
  const said = bare(one);
  return said !== "" && said === bare(other);
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/[.\s]+$/, "")
    .replace(/\s+/g, " ")
    .toLowerCase();
}

/** The whole sentences of a text that fit into so many characters; empty where the first one does not. */
export function wholeSentences(text: string, length: number): string {
  const cut = text.slice(0, length + 1);
  const end = Math.max(...[". ", "! ", "? "].map((mark) => cut.lastIndexOf(mark)));
  return end > 0 ? cut.slice(0, end + 1) : "";
}

/** Everything that is neither letter, digit, white space nor parenthesis. */
const SIGN = /[^\p{L}\p{M}\p{N}\s()]/gu;
const SEPARATOR = /\s+[-–—:|]\s+|:\s+/g;
/** Several words in a row, such as `created-updated-deleted`, of which nobody knows whether "and" or "or" joins them. */
const CHAIN = /[^\s-]-(?!(?:and|by|in|of|or|the|to)-)[^\s-]+-/iu;
const JOINED = /\b(e|re|co|pre|sub|un)-(?=\p{Ll})/giu;

/** The signs of a name that are neither letters, digits nor parentheses, with where they stand. */
export function signsOf(text: string): { readonly sign: string; readonly at: number }[] {
  return [...text.matchAll(SIGN)].map(({ 0: sign, index }) => ({ sign, at: index }));
}

/** Signs as a message lists them, each once. */
export function listed(signs: readonly { readonly sign: string }[]): string {
  return [...new Set(signs.map(({ sign }) => (sign === '"' ? `'"'` : `"${sign}"`)))].join(", ");
}

/**
 * A name without other signs than parentheses: `Start-date/time` → `Start date or time`, `Items - all` → `Items (all)`.
 * `undefined` where a sign carries meaning that only its author can put into words, as a comma or an apostrophe does.
 */
export function plainName(text: string): string | undefined {
  if (CHAIN.test(text)) return undefined;
  const parts = text.split(SEPARATOR);
  const aside = parts.length === 2 && !/[()]/.test(text) && parts.every((part) => part.trim() !== "");
  const plain = (aside ? `${parts[0]} (${parts[1]?.trimEnd()})` : text)
    .replace(JOINED, "$1")
    .replace(/(?<=[\p{L}\p{N}])[-–_](?=[\p{L}\p{N}])/gu, " ")
    .replace(/\s*[/|]\s*/g, " or ")
    .replace(/\s*&\s*/g, " and ")
    .replace(/["“”]/g, "")
    .replace(/^[\s*#•-]+|[\s.,:;!?*…-]+$/g, "")
    .replace(/\s+/g, " ");
  return plain && !signsOf(plain).length ? plain : undefined;
}
