/** Words of an identifier in any of the usual spellings: `customerId`, `customer_id`, `Customer-Id`, `$top`. */
function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
}

/** A label in title case: `customerId` → `Customer Id`. */
export function titleFromName(name: string): string {
  return (
    words(name)
      .map((word) => word[0]?.toUpperCase() + word.slice(1))
      .join(" ") || name
  );
}

/** A label in sentence case: `ListOpenItems` → `List open items`. */
export function sentenceFromName(name: string): string {
  const text = words(name)
    .map((word) => (/^[A-Z0-9]+$/.test(word) && word.length > 1 ? word : word.toLowerCase()))
    .join(" ");
  return text ? text[0]?.toUpperCase() + text.slice(1) : name;
}

/** A text cut to a length between two words, without punctuation at its end. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length + 1);
  const space = cut.lastIndexOf(" ");
  return (space > 0 ? cut.slice(0, space) : cut.slice(0, length)).replace(/[^\p{L}\p{N})]+$/u, "");
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

/** Number of letters to add, drop or replace; gives up with `limit` as soon as it cannot be smaller. */
function distance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const value = Math.min(replaced, (previous[j] as number) + 1, (row[j - 1] as number) + 1);
      row.push(value);
      if (value < least) least = value;
    }
    if (least >= limit) return limit;
    previous = row;
  }
  return previous[b.length] as number;
}
