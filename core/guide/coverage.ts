import { type JudgedChange, operationOf, type Thing, thingOf } from "./groups.ts";

/** A major change that a migration guide says nothing about, with what to do. */
export interface Gap<C extends JudgedChange> {
  readonly change: C;
  readonly sentence: string;
}

/**
 * The major changes that a migration guide does not cover. A change is covered where one passage (a heading and what stands below
 * it) names both its operation and the thing that changed, in whatever words. A heading names an operation by its id alone.
 * Elsewhere names count where they stand out (as code, bold, quoted, in a cell, at the start of a line) or beside what they are,
 * as in “parameter to”; so a parameter that is called `to` is not taken as named by every sentence.
 */
export function uncovered<C extends JudgedChange>(
  guide: string,
  { changes }: { readonly changes: readonly C[] },
): Gap<C>[] {
  const passages = passagesOf(guide);
  const whole = passages.map(({ titles, body }) => `${titles} ${body}`).join("\n");
  const about = new Map<string, readonly Passage[]>();
  const passagesAbout = (operation: string): readonly Passage[] => {
    let found = about.get(operation);
    if (!found) {
      const name = plain(operation.toLowerCase());
      found = whole.includes(name) ? passages.filter((passage) => namesOperation(passage, name)) : [];
      about.set(operation, found);
    }
    return found;
  };
  return changes.flatMap((change) => {
    if (change.bump !== "major") return [];
    const operation = operationOf(change);
    const thing = thingOf(change);
    const candidates = operation === undefined ? passages : passagesAbout(operation);
    // What happens to the operation itself is said by what stands below its heading.
    const covered = thing.isOperation
      ? candidates.some(({ body }) => body !== "")
      : candidates.some((passage) => namesThing(passage, thing));
    return covered ? [] : [{ change, sentence: gapSentence(change, operation, thing) }];
  });
}

function gapSentence({ message }: JudgedChange, operation: string | undefined, { isOperation, phrase }: Thing): string {
  if (isOperation) return `${message} The migration guide says nothing about ${operation}: add a section for it.`;
  const where = operation === undefined ? "" : ` in a section ${operation}`;
  return `${message} The migration guide does not mention it: name the ${phrase}${where}, and say what to do.`;
}

/** What is read together: the text below a heading, with the heading and those above it. All in lower case. */
interface Passage {
  readonly titles: string;
  /** Without what markdown adds. */
  body: string;
  /** Words that stand out. */
  readonly marks: Set<string>;
}

/** How many headings and how long ones are told apart, so that no text takes long. */
const MOST = 3000;
const LONGEST = 500;
/** A heading that is underlined instead of marked. */
const UNDERLINED = /^(?![#>|\s-])(.+)\n(?:(=)=+|--+)[ \t]*$/gm;
const heading = (_all: string, title: string, first: string | undefined): string => `${first ? "#" : "##"} ${title}`;

/** Divides a text at its headings. */
function passagesOf(guide: string): Passage[] {
  const passages: Passage[] = [];
  const lines = withoutComments(guide).toLowerCase().replace(/\r\n?/g, "\n").replace(UNDERLINED, heading).split("\n");
  const open: { level: number; title: string }[] = [];
  let current: Passage = { titles: "", body: "", marks: new Set() };
  passages.push(current);
  let fence = "";
  for (const line of lines) {
    const [, mark = ""] = /^ {0,3}(```|~~~)/.exec(line) ?? [];
    if (mark && (fence === "" || fence === mark)) {
      fence = fence ? "" : mark;
      continue;
    }
    const [, hashes, text = ""] = (!fence && passages.length < MOST && /^ {0,3}(#{1,6})[ \t]+(.*)$/.exec(line)) || [];
    if (hashes === undefined) {
      // A sentence may go on in the next line.
      const words = plain(line);
      if (words) current.body += ` ${words}`;
      for (const each of marksOf(line)) current.marks.add(each);
      continue;
    }
    while (open.length && (open.at(-1)?.level ?? 0) >= hashes.length) open.pop();
    const title = plain(text).slice(0, LONGEST);
    open.push({ level: hashes.length, title });
    current = { titles: open.map((above) => above.title).join("\n"), body: "", marks: new Set([title]) };
    passages.push(current);
  }
  return passages;
}

/** What is commented out tells a reader nothing. */
function withoutComments(text: string): string {
  return text
    .split("<!--")
    .map((part, index) => {
      const end = index ? part.indexOf("-->") : -3;
      return index && end < 0 ? "" : part.slice(end + 3);
    })
    .join("");
}

/** A line, or a name, in lower case, as it is read: without the marks and escapes of markdown. */
function plain(line: string): string {
  return line
    .replace(/\\(?=[^a-z0-9\s])/g, "")
    .replace(/[`*"“”„«»]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** What stands out in a line. Pieces between two marks of one kind, which takes time in proportion to the line. */
function marksOf(line: string): string[] {
  const between = (mark: RegExp): string[] => line.split(mark).filter((_, index) => index % 2 === 1);
  const found = [...between(/`+/), ...between(/\*+/), ...between(/["“”„«»]/)];
  const row = line.trim();
  if (row.startsWith("|")) found.push(...row.split("|"));
  const start = row.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, "");
  const [lead = ""] = start.split(/[:–—]|\s-\s/, 1);
  found.push(lead);
  return found.map(plain).filter(Boolean);
}

function namesOperation({ titles, body, marks }: Passage, operation: string): boolean {
  return (
    contains(titles, operation) ||
    marks.has(operation) ||
    contains(body, `operation ${operation}`) ||
    contains(body, `of ${operation}`)
  );
}

function namesThing({ titles, body, marks }: Passage, thing: Thing): boolean {
  const phrase = plain(thing.phrase.toLowerCase());
  if (contains(body, phrase) || contains(titles, phrase)) return true;
  if (!thing.kind) return false;
  const name = plain(thing.name.toLowerCase());
  return marks.has(name) || contains(body, `${name} ${thing.kind}`) || contains(titles, `${name} ${thing.kind}`);
}

/** Whether words occur as such: `size` does not occur in `page.size` nor in `sizes`. A name of nothing but marks asks for none. */
function contains(text: string, words: string): boolean {
  if (words === "") return true;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const [before, after] = [text.slice(Math.max(0, at - 2), at), text.slice(at + words.length, at + words.length + 2)];
    if (!/[\p{L}\p{N}_][./-]?$/u.test(before) && !/^[./-]?[\p{L}\p{N}_]/u.test(after)) return true;
  }
  return false;
}
