/** Words of connectors and of questions, written alike, and how near two of them are. */

/** Words that stand in nearly every description, so that they find nothing. */
const COMMON: ReadonlySet<string> = new Set(
  "a an and are as at be by can for from has have if in into is it its of on or our that the their this to was with you your".split(
    " ",
  ),
);
const LONGEST = 40;
/** More words than this tell one connector from another no better. */
const MOST = 2_000;

/** Small letters without accents. */
export function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text; one that is written in humps is there as a whole and in its parts. */
export function wordsOf(text: string): string[] {
  const found = new Set<string>();
  for (const [run] of text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .matchAll(/[\p{L}\p{N}]+/gu)) {
    add(run);
    const parts = run.split(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u);
    if (parts.length > 1) parts.forEach(add);
  }
  return [...found];

  function add(word: string): void {
    const term = word.toLowerCase().slice(0, LONGEST);
    if (!COMMON.has(term)) found.add(term);
  }
}

/** The words that somebody looks for. Common ones count only where there are no others. */
export function questionOf(text: string): string[] {
  const words = [...new Set(plain(text).match(/[\p{L}\p{N}]+/gu) ?? [])].map((word) => word.slice(0, LONGEST));
  const rare = words.filter((word) => !COMMON.has(word));
  return (rare.length > 0 ? rare : words).slice(0, 10);
}

/** What is known of a connector to those who look for it. */
export interface Searchable {
  readonly name: string;
  readonly slug: string;
  readonly namespace: string;
  readonly type: string;
  readonly description: string;
  readonly operations: readonly string[];
  readonly domains: readonly string[];
}

/** The words of a connector with what they weigh: a name more than a description. */
export function weighedWords({
  name,
  slug,
  namespace,
  type,
  description,
  operations,
  domains,
}: Searchable): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const word of wordsOf(text)) {
      const known = weights.get(word);
      if (known === undefined ? weights.size < MOST : known < weight) weights.set(word, weight);
    }
  };
  add(name, 10);
  add(slug, 6);
  add(type, 4);
  for (const domain of domains) add(domain, 4);
  for (const operation of operations) add(operation, 3);
  add(namespace, 2);
  add(description, 1);
  return weights;
}

/** The groups of three letters of a word, its beginning and its end among them. */
export function gramsOf(word: string): string[] {
  return inner(`^${word}$`);
}

/** The groups of three letters that every word has which this one is a part of. */
export function innerGramsOf(word: string): string[] {
  return inner(word);
}

function inner(word: string): string[] {
  const grams = new Set<string>();
  for (let at = 0; at + 3 <= word.length; at++) grams.add(word.slice(at, at + 3));
  return [...grams];
}

/** How many letters may be wrong in a word for it to be meant all the same: none in a short one. */
export function slips(word: string): number {
  if (word.length < 5) return 0;
  return word.length < 8 ? 1 : 2;
}

/** Letters to change, add, leave out or swap to get from one word to the other; `most + 1` where it is more than that. */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length]!;
}
