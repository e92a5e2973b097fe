import { JsonLexer } from "./json-lexer.ts";
import { unpaired } from "./region.ts";
import { NONE, type Node } from "./tree.ts";

export interface Open {
  readonly node: Node;
  readonly object: boolean;
  /** Column of the first character of the line that opened it. */
  readonly indent: number;
  /** Column of its first member where that begins a line; -1 where it does not, -2 before there is one. */
  childColumn: number;
  /** What may come next: an item, or a comma. */
  afterItem: boolean;
  /** Offset of the last comma while no item followed it; -1 otherwise. */
  comma: number;
  /** Names of its members, where this scan looks for repetitions. */
  readonly keys: Names | undefined;
  /** Whether it began before the region. */
  readonly given: boolean;
}

/** From this many names on they are looked up in a set; before that comparing them is cheaper than building one. */
const SET_FROM = 10;

export class Names {
  private readonly list: string[] = [];
  private set: Set<string> | undefined;
  /** Adds a name; answers whether it was there. */
  add(name: string): boolean {
    const { set, list } = this;
    const known = set ? set.has(name) : list.includes(name);
    if (known) return true;
    if (set) set.add(name);
    else if (list.push(name) >= SET_FROM) this.set = new Set(list);
    return false;
  }
}

/** Containers that are open, and what becomes of them where a bracket is missing, too many, or of the wrong kind. */
export class JsonBrackets extends JsonLexer {
  protected readonly stack: Open[] = [];
  protected root: Node = NONE;
  protected before = false;
  protected unbalanced = 0;
  protected irregular = false;
  /** Brackets since the last cut that have no partner since then. */
  protected brackets = "";

  /** The token at `pos` begins a member or item of a container: whether that is its first is remembered with its column. */
  protected firstChild(open: Open): void {
    if (open.childColumn !== -2) return;
    open.childColumn = this.first ? this.column : -1;
    this.builder.childColumns[open.node] = open.childColumn;
  }

  /**
   * The container that a member or item belongs to which begins a line. Where it stands no further in than the line that opened
   * the container, the container's bracket is missing: when that is known, it is closed here.
   */
  protected indented(given: Open): Open {
    let top = given;
    while (this.first && this.stack.length > 1 && this.column <= top.indent && this.isIndented(top)) {
      if (!this.region.recover) {
        this.irregular = true;
        return top;
      }
      const last = this.builder.last(top.node);
      this.stack.pop();
      this.unclosed(top, last >= 0 ? this.builder.endOf(last) : this.builder.startOf(top.node) + 1);
      // The comma after the missing bracket was taken for one before it.
      const { comma } = top;
      top = this.stack[this.stack.length - 1] as Open;
      top.afterItem = comma < 0;
      top.comma = comma;
    }
    return top;
  }

  /** Whether members of a container stand further in than its line, or would, were there any. */
  protected isIndented(open: Open): boolean {
    if (open.childColumn !== -2) return open.childColumn > open.indent;
    const outer = this.stack[this.stack.indexOf(open) - 1];
    return outer !== undefined && outer.childColumn > outer.indent;
  }

  protected missingComma(top: Open): void {
    const last = this.builder.last(top.node);
    if (last < 0) {
      this.before = true;
      return;
    }
    const end = this.builder.endOf(last);
    this.builder.problem("missing-comma", "A comma is missing after this value.", Math.max(end - 1, 0), end);
  }

  protected close(object: boolean): void {
    const { builder, stack } = this;
    if (this.cuts) this.bracket(object);
    if (this.first && this.region.recover) {
      // A bracket that begins its line belongs to the container whose line stands in the same column.
      for (let top = stack[stack.length - 1]; top && this.column < top.indent && stack.length > 1; ) {
        if (!this.isIndented(top)) break;
        this.unclosed(stack.pop() as Open, this.pos);
        top = stack[stack.length - 1];
        if (top) top.afterItem = true;
      }
    }
    let depth = stack.length - 1;
    while (depth >= 0 && stack[depth]?.object !== object) depth--;
    const open = stack[depth];
    const top = stack.length > 1 ? stack[stack.length - 1] : undefined;
    const askew = this.first && open !== undefined && this.column > open.indent && this.isIndented(open);
    if (askew || (top !== undefined && this.first && this.column < top.indent && this.isIndented(top)))
      this.irregular = true;
    if (!open || (askew && this.region.recover)) {
      const bracket = object ? "}" : "]";
      this.unbalance("unmatched-bracket", `This "${bracket}" closes nothing: remove it.`, this.pos, this.pos + 1);
      this.pos++;
      return;
    }
    while (stack.length - 1 > depth) this.unclosed(stack.pop() as Open, this.pos);
    stack.pop();
    if (open.comma >= 0)
      builder.problem(
        "trailing-comma",
        "A trailing comma is not allowed in JSON: remove it.",
        open.comma,
        open.comma + 1,
      );
    // The comma before a region is not seen in it.
    if (open.given && builder.last(open.node) < 0) this.before = true;
    builder.end(open.node, ++this.pos);
    const outer = stack[stack.length - 1];
    if (outer) outer.afterItem = true;
  }

  protected bracket(object: boolean): void {
    const { brackets } = this;
    if (brackets.endsWith(object ? "{" : "[")) this.brackets = brackets.slice(0, -1);
    else this.brackets += object ? "}" : "]";
  }

  protected unbalance(code: string, message: string, start: number, end: number): void {
    this.unbalanced++;
    this.builder.problem(code, message, start, end);
  }

  protected unclosed(open: Open, end: number): void {
    const start = this.builder.startOf(open.node);
    // The bracket of a container that began before the region is not in it.
    if (open.given) this.before = true;
    if (this.cuts) this.brackets = unpaired(this.cuts.undo(start) + this.brackets);
    this.unbalance("unclosed-bracket", `This "${open.object ? "{" : "["}" is never closed.`, start, start + 1);
    this.builder.end(open.node, end);
  }

  /** At the end of the text: what is still open is reported once, at the innermost bracket. */
  protected closeAll(): void {
    const innermost = this.stack[this.stack.length - 1];
    if (!innermost) return;
    this.unclosed(innermost, this.text.length);
    for (const open of this.stack) {
      if (open.given) this.before = true;
      this.builder.end(open.node, this.text.length);
    }
    this.stack.length = 0;
  }
}
