import { abbreviation } from "./abbreviations.ts";

/** Words of an identifier in any of the usual spellings: `customerId`, `customer_id`, `Customer-Id`, `$top`. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

const SMALL = /^(?:an?|and|as|at|by|for|from|in|of|on|or|per|the|to|with)$/i;

/** Whether a word stays small within a title. */
export function isSmall(word: string): boolean {
  return SMALL.test(word);
}

/** A word with a capital at its start; abbreviations in their own spelling. */
function capitalised(word: string): string {
  return abbreviation(word) ?? `${word[0]?.toUpperCase() ?? ""}${word.slice(1)}`;
}

/** A label in title case: `customerId` → `Customer ID`, `date_of_birth` → `Date of Birth`. */
export function titleFromName(name: string): string {
  return (
    words(name)
      .map((word, index) => (index > 0 && isSmall(word) ? word.toLowerCase() : capitalised(word)))
      .join(" ") || name
  );
}

/** A label in sentence case: `ListOpenItems` → `List open items`. */
export function sentenceFromName(name: string): string {
  const text = words(name)
    .map((word) => abbreviation(word) ?? (/^(?:I|[A-Z0-9]{2,})$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
  return text ? text[0]?.toUpperCase() + text.slice(1) : name;
}

/** Words that lead on to another one and so cannot end a name. */
const LEADING = /\s+(?:a|an|and|at|by|for|from|in|into|its|of|on|or|that|the|their|to|with|&)$/i;

/** A text cut to a length between two words, without punctuation or a dangling word at its end. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const space = cut.lastIndexOf(" ");
  let short = space > 0 ? cut.slice(0, space) : cut.slice(0, length);
  while (LEADING.test(short)) short = short.replace(LEADING, "");
  return short.replace(/[^\p{L}\p{N})]+$/u, "");
}

/** The candidate that somebody most likely meant: the same letters in another case first, else one with few typing errors. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const wanted = name.toLowerCase();
  const limit = Math.min(3, Math.floor(name.length / 3));
  let best: string | undefined;
  let least = limit + 1;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const lower = candidate.toLowerCase();
    if (lower === wanted) return candidate;
    if (Math.abs(lower.length - wanted.length) >= least) continue;
    const steps = distance(wanted, lower, least);
    if (steps < least) {
      least = steps;
      best = candidate;
    }
  }
  return best;
}

/** Number of letters to add, drop, replace or swap with the next; gives up with `limit` as soon as it cannot be smaller. */
function distance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  let before: number[] = [];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? limit) + 1 : limit;
      const value = Math.min(replaced, swapped, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least >= limit) return limit;
    before = previous;
    previous = row;
  }
  return previous[b.length] as number;
}

/** What an operation does, by its method. */
const VERBS: Readonly<Record<string, string>> = {
  GET: "Get",
  HEAD: "Check",
  POST: "Create",
  PUT: "Replace",
  PATCH: "Update",
  DELETE: "Delete",
  OPTIONS: "Options",
};

/** An id for an operation without one, in Pascal case: `GET /items/{id}` → `GetItem`, `GET /items` → `ListItems`. */
export function idFromRoute(method: string, path: string): string {
  const segments = path.split("/").filter(Boolean);
  const one = /^\{.*\}$/.test(segments.at(-1) ?? "");
  const fixed = segments.filter((segment) => !/[{}]/.test(segment) && !/^(?:api|v\d+(?:\.\d+)*)$/i.test(segment));
  const parts = fixed.map((segment, index) => {
    const plural = index === fixed.length - 1 && (one || method === "POST");
    const word = plural ? segment.replace(/ies$/, "y").replace(/(?<=[a-rt-z])s$/, "") : segment;
    return words(word)
      .map((part) => part[0]?.toUpperCase() + part.slice(1))
      .join("");
  });
  return `${method === "GET" && !one ? "List" : (VERBS[method] ?? "Call")}${parts.join("") || "Root"}`;
}

/** A name that is not taken yet: the name itself, or with the first free number behind it. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`;
  return free;
}
