import type { TextChange } from "../../core/syntax/source.ts";
import type { Node, Tree } from "../../core/syntax/tree.ts";

/** A generator of numbers from a seed, so that a failure can be repeated. */
export class Random {
  private state: number;
  constructor(seed: number) {
    this.state = seed | 0 || 1;
  }
  /** A whole number from 0, below `limit`. */
  below(limit: number): number {
    this.state ^= this.state << 13;
    this.state ^= this.state >>> 17;
    this.state ^= this.state << 5;
    return (this.state >>> 0) % limit;
  }
  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const TYPED = [
  ..."\"\"''{}[]:,,-- \n\n\tabc01#&*|>!\\\\",
  "\r\n",
  "$ref",
  "true",
  "  ",
  "    ",
  ": ",
  "- ",
  "---\n",
  "...\n",
  "\r",
  "/*",
  "//",
];

/** Makes one change after another as a person does: types, deletes, pastes, moves lines, breaks things and takes it back. */
export class Editing {
  private readonly random: Random;
  private readonly past: TextChange[] = [];

  constructor(random: Random) {
    this.random = random;
  }

  next(text: string): TextChange {
    const { random } = this;
    const change = this.choose(text);
    const start = Math.max(0, Math.min(change.start, text.length));
    const end = Math.max(start, Math.min(change.end, text.length));
    this.past.push({ start, end: start + change.text.length, text: text.slice(start, end) });
    if (this.past.length > 40) this.past.splice(0, random.below(20));
    return { start, end, text: change.text };
  }

  private choose(text: string): TextChange {
    const { random, past } = this;
    const at = random.below(text.length + 1);
    const lineStart = text.lastIndexOf("\n", at - 1) + 1;
    const lineEnd = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at) + 1;
    switch (random.below(12)) {
      case 0:
      case 1:
      case 2:
        return { start: at, end: at, text: random.pick(TYPED) };
      case 3:
        return { start: at, end: at + 1, text: "" };
      case 4:
        return { start: at, end: at + random.below(40), text: random.below(2) ? "" : random.pick(TYPED) };
      case 5: {
        const from = random.below(text.length + 1);
        return { start: at, end: at, text: text.slice(from, from + random.below(400)) };
      }
      case 6:
        return { start: 0, end: 0, text: "\n" };
      case 7:
        return {
          start: lineStart,
          end: lineEnd,
          text: random.below(3) ? "" : text.slice(lineStart, lineEnd).repeat(2),
        };
      case 8:
        // A block of lines is copied somewhere else.
        return { start: lineStart, end: lineStart, text: lines(text, random) };
      case 9: {
        // Something of weight for the structure goes.
        const bracket = text.slice(at).search(/["{}[\]:,\n-]/);
        return bracket < 0
          ? { start: at, end: at, text: "}" }
          : { start: at + bracket, end: at + bracket + 1, text: "" };
      }
      case 10: {
        const indented = /\n[ ]*/g;
        indented.lastIndex = at;
        const match = indented.exec(text);
        if (!match) return { start: at, end: at, text: " " };
        const end = match.index + match[0].length;
        return random.below(2) ? { start: end, end, text: " " } : { start: end - 1, end, text: "" };
      }
      default: {
        const undo = past.pop();
        return undo ?? { start: at, end: at, text: "x" };
      }
    }
  }
}

function lines(text: string, random: Random): string {
  const from = text.lastIndexOf("\n", random.below(text.length + 1)) + 1;
  let to = from;
  for (let i = random.below(12); i >= 0 && to < text.length; i--) {
    const next = text.indexOf("\n", to);
    to = next < 0 ? text.length : next + 1;
  }
  return text.slice(from, to);
}

/** Where two trees differ first, in words; empty where they are equal in every node and problem, whatever numbers nodes have. */
export function treeDifference(actual: Tree, expected: Tree): string {
  if (actual.text !== expected.text) return "the texts differ";
  const queue: [Node, Node][] = [[actual.root, expected.root]];
  for (let pair = queue.pop(); pair; pair = queue.pop()) {
    const [is, should] = pair;
    for (const fact of ["kind", "start", "end", "keyStart", "keyEnd", "key", "scalar"] as const) {
      const [a, b] = [actual[fact](is), expected[fact](should)];
      if (!Object.is(a, b)) return `${expected.pointer(should) || "/"}: ${fact} ${String(a)} instead of ${String(b)}`;
    }
    let one = actual.first(is);
    let other = expected.first(should);
    for (; one >= 0 && other >= 0; one = actual.next(one), other = expected.next(other)) {
      if (actual.parent(one) !== is) return `${expected.pointer(other)}: another parent`;
      queue.push([one, other]);
    }
    if (one >= 0 || other >= 0) return `${expected.pointer(should) || "/"}: another number of children`;
  }
  const [found, wanted] = [actual.problems, expected.problems].map((list) => list.map((each) => JSON.stringify(each)));
  const extra = found?.filter((each) => !wanted?.includes(each)) ?? [];
  const lost = wanted?.filter((each) => !found?.includes(each)) ?? [];
  if (extra.length || lost.length) return `problems ${extra.join(" ")} instead of ${lost.join(" ")}`;
  return found?.join() === wanted?.join() ? "" : "the order of the problems";
}
