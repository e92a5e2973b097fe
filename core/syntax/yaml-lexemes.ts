/**
 * Where the scalars of YAML end. Every function answers an offset, or -1 for text that is left to the full parser: anything
 * malformed, and tabs where they could count as indentation. A CR is always part of a CRLF here; other texts are not scanned.
 */

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SPACE = 0x20;
export const QUOTE = 0x22;
export const HASH = 0x23;
export const APOSTROPHE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Blanks, breaks and the end of the text: what has to follow an indicator. */
export function isEmptyAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === SPACE || code === LF || code === CR || code === TAB || at >= text.length;
}
export function isFlowIndicator(code: number): boolean {
  return code === COMMA || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d;
}
/** Whether a line at column 0 is `---` or `...`, which end a document. */
export function isMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === DASH || code === 0x2e) &&
    text.charCodeAt(at + 1) === code &&
    text.charCodeAt(at + 2) === code &&
    isEmptyAt(text, at + 3)
  );
}
export function skipBlanks(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); code === SPACE || code === TAB; ) code = text.charCodeAt(++at);
  return at;
}
export function skipSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}
/** Start of the next line, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end + 1;
}

/** Whether plain text can begin here; `-`, `?` and `:` are indicators unless a character follows. */
export function isPlainStart(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code > 0x60) return code !== 0x7b && code !== 0x7c && code !== 0x7d && code !== 0xfeff;
  switch (code) {
    case DASH:
    case 0x3f:
    case COLON:
      return !isEmptyAt(text, at + 1);
    case TAB:
    case LF:
    case CR:
    case SPACE:
    case 0x21:
    case QUOTE:
    case HASH:
    case 0x25:
    case 0x26:
    case APOSTROPHE:
    case 0x2a:
    case COMMA:
    case 0x3e:
    case 0x40:
    case 0x5b:
    case 0x5d:
    case 0x60:
      return false;
    default:
      return at < text.length;
  }
}

/** End of plain text on its first line. What stops it stands there after blanks: a colon, a comment or the line's end. */
export function plainLine(text: string, from: number): number {
  const { length } = text;
  let end = from;
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code > COLON) end = at + 1;
    else if (code === SPACE || code === TAB) continue;
    else if (code === COLON) {
      if (isEmptyAt(text, at + 1)) break;
      end = at + 1;
    } else if (code === LF || code === CR) break;
    else if (code === HASH && at > end) break;
    else end = at + 1;
  }
  return end;
}

/** End of plain text whose first line ends at `from`: lines that stand further in than the parent belong to it. */
export function plainRest(text: string, from: number, minIndent: number): number {
  let end = from;
  for (;;) {
    let at = skipBlanks(text, end);
    const stop = text.charCodeAt(at);
    if (stop === COLON) return -1;
    if (stop !== LF && stop !== CR) return end;
    for (;;) {
      const line = nextLine(text, at);
      at = skipSpaces(text, line);
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) continue;
      if (code === TAB) return -1;
      if (at >= text.length || at - line < minIndent || code === HASH) return end;
      break;
    }
    end = plainLine(text, at);
    if (end === at) return -1;
  }
}

/** The same within brackets, where they and commas end the text too. */
export function flowPlainLine(text: string, from: number): number {
  const { length } = text;
  let end = from;
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    if (isFlowIndicator(code) || code === LF || code === CR) break;
    if (code === SPACE || code === TAB) continue;
    if (code === COLON && (isEmptyAt(text, at + 1) || isFlowIndicator(text.charCodeAt(at + 1)))) break;
    if (code === HASH && at > end) break;
    end = at + 1;
  }
  return end;
}

export function flowPlainRest(text: string, from: number, minIndent: number): number {
  let end = from;
  for (;;) {
    let at = skipBlanks(text, end);
    const stop = text.charCodeAt(at);
    if (stop !== LF && stop !== CR) return end;
    for (;;) {
      const line = nextLine(text, at);
      const spaces = skipSpaces(text, line);
      at = skipBlanks(text, spaces);
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) {
        // With tabs in it the line is not empty to the full parser, which then compares its indentation.
        if (at !== spaces && spaces - line < minIndent) return -1;
        continue;
      }
      if (at >= text.length || spaces - line < minIndent || code === HASH || isFlowIndicator(code)) return end;
      if (spaces === line && isMarker(text, at)) return -1;
      break;
    }
    end = flowPlainLine(text, at);
    if (end === at) return -1;
  }
}

/** Offset after the closing quote. `minIndent` is what further lines need, or -1 where the text has to end on its line. */
export function quotedEnd(text: string, start: number, minIndent: number): number {
  const { length } = text;
  const quote = text.charCodeAt(start);
  let at = start + 1;
  while (at < length) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === QUOTE || text.charCodeAt(at + 1) !== APOSTROPHE) return at + 1;
      at += 2;
    } else if (code === BACKSLASH && quote === QUOTE) {
      at = escapeEnd(text, at);
      if (at < 0) return -1;
    } else if (code === LF) {
      if (minIndent < 0) return -1;
      const line = at + 1;
      if (minIndent === 0 && isMarker(text, line)) return -1;
      at = skipSpaces(text, line);
      const first = text.charCodeAt(at);
      if (at - line < minIndent && first !== LF && first !== CR) return -1;
    } else at++;
  }
  return -1;
}

/** Whether the only thing that is wrong with quoted text is that no quote closes it before `end`. */
export function isOpenQuote(text: string, start: number, end: number): boolean {
  const quote = text.charCodeAt(start);
  const inner = text.slice(start + 1, end);
  if (!inner.includes(text[start] as string)) return true;
  // Doubled single quotes and escaped double ones are text.
  return quote === APOSTROPHE ? !inner.replace(/''/g, "").includes("'") : !/(?<!\\)(?:\\\\)*"/.test(inner);
}

/** Offset after an escape. An escaped break is left to the loop, which has to see the indentation after it. */
function escapeEnd(text: string, at: number): number {
  switch (text.charCodeAt(at + 1)) {
    case LF:
    case CR:
      return at + 1;
    case 0x78:
      return hexEnd(text, at + 2, 2);
    case 0x75:
      return hexEnd(text, at + 2, 4);
    case 0x55: {
      const end = hexEnd(text, at + 2, 8);
      return end >= 0 && Number.parseInt(text.slice(at + 2, end), 16) > 0x10ffff ? -1 : end;
    }
    default:
      return at + 1 < text.length && '0abefnrtvN_LP "/\\\t'.includes(text[at + 1] as string) ? at + 2 : -1;
  }
}
function hexEnd(text: string, from: number, digits: number): number {
  for (let at = from; at < from + digits; at++) {
    const code = text.charCodeAt(at);
    const letter = code | 0x20;
    if (!(code >= 0x30 && code <= 0x39) && !(letter >= 0x61 && letter <= 0x66)) return -1;
  }
  return from + digits;
}

/** Offset after the header line of a block scalar: `|` or `>`, at most one digit and one sign, perhaps a comment. */
export function blockHeader(text: string, start: number): number {
  let at = start + 1;
  let digit = false;
  let sign = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (!sign && (code === 0x2b || code === DASH)) sign = true;
    else if (!digit && code >= 0x31 && code <= 0x39) digit = true;
    else break;
  }
  const rest = skipBlanks(text, at);
  const code = text.charCodeAt(rest);
  if (code !== LF && code !== CR && !(code === HASH && rest > at)) return -1;
  const line = nextLine(text, rest);
  return text.charCodeAt(line - 1) === LF ? line : -1;
}

/** The digit of a block scalar's header, or 0. */
export function headerDigit(text: string, start: number): number {
  for (let at = start + 1; at < start + 3; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x31 && code <= 0x39) return code - 0x30;
    if (code !== 0x2b && code !== DASH) break;
  }
  return 0;
}

/**
 * End of a block scalar's content, which begins at `from`. Blank lines after the last text belong to it only where the header
 * keeps them (`+`), or where they reach beyond its indentation.
 */
export function blockEnd(text: string, start: number, from: number, minIndent: number): number {
  const { length } = text;
  // The first line with text gives the indentation; blank lines before it may not reach further in than it does.
  let at = from;
  let line = from;
  let deepest = 0;
  for (;;) {
    at = skipSpaces(text, line);
    const code = text.charCodeAt(at);
    if (at >= length || (code !== LF && code !== CR)) break;
    if (at - line > deepest) deepest = at - line;
    line = nextLine(text, at);
  }
  const indent = at - line;
  const digit = headerDigit(text, start);
  if (at < length && indent >= minIndent && digit === 0 && deepest > indent) return -1;
  let end = line;
  if (indent >= minIndent) {
    const least = digit ? minIndent - 1 + digit : indent;
    while (end < length) {
      const first = skipSpaces(text, end);
      const code = text.charCodeAt(first);
      const blank = code === LF || code === CR;
      if (!blank && first - end < least) break;
      end = nextLine(text, first);
    }
  }
  // A tab here is an error to the full parser, which takes it for text that should stand further in.
  if (text.charCodeAt(skipSpaces(text, end)) === TAB) return -1;
  if (keeps(text, start)) return end;
  while (end > from) {
    // The line that ends here: dropped when it is blank and no longer than the indentation.
    const last = text.charCodeAt(end - 1) === LF ? end - 1 : end;
    let to = last;
    if (text.charCodeAt(to - 1) === CR) to--;
    let back = to;
    while (text.charCodeAt(back - 1) === SPACE) back--;
    if (back <= from || text.charCodeAt(back - 1) !== LF || to - back > indent) break;
    end = back;
  }
  return end;
}
function keeps(text: string, start: number): boolean {
  return text.charCodeAt(start + 1) === 0x2b || text.charCodeAt(start + 2) === 0x2b;
}

/**
 * End of the line at `at`, blanks left out, given that what is open there cannot go on behind it: the next text stands less far
 * in than `minIndent`. -1 where it could go on, or where the text ends before that is known (`more`).
 */
export function lastLineEnd(text: string, at: number, minIndent: number, more: boolean): number {
  const { length } = text;
  const line = nextLine(text, at);
  let next = line;
  for (;;) {
    const first = skipSpaces(text, next);
    const code = text.charCodeAt(first);
    if (first >= length) {
      if (more) return -1;
      break;
    }
    if (code === LF || code === CR) next = nextLine(text, first);
    else if (code === TAB || code === HASH || first - next >= minIndent || isClosing(code)) return -1;
    else break;
  }
  let end = line;
  while (end > at && (isEmptyAt(text, end - 1) || end > length)) end--;
  return end;
}
const isClosing = (code: number): boolean => code === 0x5d || code === 0x7d;
