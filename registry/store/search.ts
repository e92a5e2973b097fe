/** The words of connectors in the store, and the connectors that some words mean. */
import { distance, gramsOf, innerGramsOf, type Searchable, slips, weighedWords } from "../search/words.ts";
import type { Tx, Value } from "./driver.ts";

/** Rows of one statement: enough to be quick, few enough for every database. */
const ROWS = 200;
/** Words of the vocabulary that one word of a question can mean. */
const MEANINGS = 200;
/** Words that are looked at where a word was misspelt. */
const GUESSES = 2_000;

/** Makes a connector found by what it says now. */
export async function putSearchable(tx: Tx, connector: string, searchable: Searchable): Promise<void> {
  const wanted = weighedWords(searchable);
  const known = await tx.all<{ term: string; weight: number }>(
    "select term, weight from connector_term where connector_id = ? order by term",
    connector,
  );
  const gone = known.filter(({ term, weight }) => wanted.get(term) !== weight).map(({ term }) => term);
  const kept = new Set(known.filter(({ term, weight }) => wanted.get(term) === weight).map(({ term }) => term));
  // In one order everywhere, so that two publications that add the same words never wait for each other.
  const added = [...wanted.keys()].filter((term) => !kept.has(term)).sort();
  for (const terms of chunks(gone))
    await tx.run(
      `delete from connector_term where connector_id = ? and term in (${marks(padded(terms))})`,
      connector,
      ...padded(terms),
    );
  await addTerms(tx, added);
  await insertRows(
    tx,
    "connector_term (term, connector_id, weight)",
    added.map((term) => [term, connector, wanted.get(term)!]),
  );
  await tx.run("delete from connector_domain where connector_id = ?", connector);
  await insertRows(
    tx,
    "connector_domain (connector_id, domain)",
    searchable.domains.map((domain) => [connector, domain]),
  );
}

async function addTerms(tx: Tx, terms: readonly string[]): Promise<void> {
  const known = new Set<string>();
  for (const some of chunks(terms)) {
    const list = padded(some);
    for (const { term } of await tx.all<{ term: string }>(
      `select term from term where term in (${marks(list)})`,
      ...list,
    ))
      known.add(term);
  }
  const fresh = terms.filter((term) => !known.has(term));
  await insertRows(
    tx,
    "term (term)",
    fresh.map((term) => [term]),
  );
  await insertRows(
    tx,
    "term_gram (gram, term)",
    fresh.flatMap((term) => gramsOf(term).map((gram) => [gram, term])),
  );
}

async function insertRows(tx: Tx, into: string, rows: readonly (readonly Value[])[]): Promise<void> {
  const width = rows[0]?.length ?? 0;
  // Statements come in few sizes, because a database keeps each of them: as many full ones as there are, the rest one by one in powers of two.
  for (let at = 0; at < rows.length; ) {
    const size = Math.min(ROWS, 2 ** Math.floor(Math.log2(rows.length - at)));
    const some = rows.slice(at, at + size);
    const row = `(${Array(width).fill("?").join(", ")})`;
    await tx.run(
      `insert into ${into} values ${Array(some.length).fill(row).join(", ")} on conflict do nothing`,
      ...some.flat(),
    );
    at += size;
  }
}

/** Groups of three letters that a slip can take away: two letters in the wrong order are in four of them. */
const LOST = 4;

/** A word of a question, and the words of the vocabulary that it can mean. */
export interface Meaning {
  readonly word: string;
  readonly terms: readonly string[];
  /** Whether the word stands in none of them, so that it was perhaps misspelt. */
  readonly guessed: boolean;
}

/** What the words of a question can mean; nothing where one of them means nothing. */
export async function meaningsOf(tx: Tx, words: readonly string[]): Promise<Meaning[] | undefined> {
  const meanings: Meaning[] = [];
  for (const word of words) {
    const meaning = await meaningOf(tx, word);
    if (meaning.terms.length === 0) return undefined;
    meanings.push(meaning);
  }
  return meanings.length > 0 ? meanings : undefined;
}

async function meaningOf(tx: Tx, word: string): Promise<Meaning> {
  const begun = await tx.all<{ term: string }>(
    `select term from term where term >= ? and term < ? order by term limit ${MEANINGS}`,
    word,
    `${word}\uffff`,
  );
  const terms = new Set(begun.map(({ term }) => term));
  // Who types a whole word means it, and not every word that it is a part of.
  if (word.length >= 3 && !terms.has(word))
    for (const term of await termsWith(tx, innerGramsOf(word), "all", MEANINGS))
      if (term.includes(word)) terms.add(term);
  if (terms.size > 0) return { word, terms: [...terms].slice(0, MEANINGS), guessed: false };
  const most = slips(word);
  if (most === 0) return { word, terms: [], guessed: true };
  const grams = gramsOf(word);
  const candidates = await termsWith(tx, grams, Math.max(1, grams.length - LOST * most), GUESSES);
  const near = candidates.map((term) => ({ term, far: distance(word, term, most) })).filter(({ far }) => far <= most);
  // Only the nearest ones are meant: who misses one letter does not mean a word that lacks two.
  const nearest = Math.min(...near.map(({ far }) => far));
  return {
    word,
    terms: near
      .filter(({ far }) => far === nearest)
      .map(({ term }) => term)
      .slice(0, MEANINGS),
    guessed: true,
  };
}

/** Words that have these groups of letters, or at least so many of them; those with most come first. */
async function termsWith(tx: Tx, grams: readonly string[], atLeast: number | "all", limit: number): Promise<string[]> {
  const list = padded(grams);
  const rows = await tx.all<{ term: string }>(
    `select term from term_gram where gram in (${marks(list)}) group by term having count(*) >= ?
     order by count(*) desc, term limit ?`,
    ...list,
    atLeast === "all" ? grams.length : atLeast,
    limit,
  );
  return rows.map(({ term }) => term);
}

/**
 * A query of the connectors that all words of a question mean, with how well they fit: `connector_id`, `score`. A word counts most
 * where it stands as it is, less where it begins another word or is a part of it, least where it was misspelt.
 */
export function matchQuery(meanings: readonly Meaning[]): { sql: string; values: Value[] } {
  const values: Value[] = [];
  const parts = meanings.map(({ word, terms, guessed }) => {
    const list = padded(terms);
    values.push(word, word, `${word}\uffff`, guessed ? 1 : 2, ...list);
    return `select connector_id, max(weight * case when term = ? then 6 when term >= ? and term < ? then 3 else cast(? as bigint) end)
     as score from connector_term where term in (${marks(list)}) group by connector_id`;
  });
  if (parts.length === 1) return { sql: parts[0]!, values };
  const all = parts.join(" union all ");
  return {
    sql: `select connector_id, sum(score) as score from (${all}) found group by connector_id having count(*) = ${parts.length}`,
    values,
  };
}

function* chunks<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += ROWS) yield list.slice(at, at + ROWS);
}

function marks(list: readonly unknown[]): string {
  return list.map(() => "?").join(", ");
}

/** A list of one of a few lengths, its last member repeated, because a database keeps a plan for each length. */
export function padded<T>(list: readonly T[]): T[] {
  const size = [1, 4, 16, 64, ROWS, 2 * ROWS, 4 * ROWS].find((each) => each >= list.length) ?? list.length;
  return [...list, ...Array<T>(size - list.length).fill(list.at(-1) as T)];
}
