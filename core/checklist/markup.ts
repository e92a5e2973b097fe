/** Tags of HTML. Angle brackets around other words are how people write placeholders. */
const TAG =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|code|dd|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|li|ol|p|pre|s|script|small|span|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul)(?:\s[^<>]*)?\/?>/gi;
const BLOCK = /^<\/?(?:b(?:lockquote|r)|d[dlt]|div|h[1-6]|hr|li|[ou]l|p|pre|t[dhr])\b/i;
const LINK = /\bhttps?:\/\/[^\s<>"')\]]+|\bwww\.[^\s<>"')\]]+\.[^\s<>"')\]]+/i;

/** A stretch of a text. */
interface Found {
  readonly text: string;
  readonly at: number;
}

/** The first tag of HTML in a text. */
export function tagIn(text: string): Found | undefined {
  const [match] = text.matchAll(TAG);
  return match && { text: match[0], at: match.index };
}

/** The first address of the web in a text, those within tags aside. */
export function linkIn(text: string): Found | undefined {
  const match = LINK.exec(text.replace(TAG, (tag) => " ".repeat(tag.length)));
  return match ? { text: match[0], at: match.index } : undefined;
}

/** The text alone, without tags. */
export function withoutTags(text: string): string {
  return text
    .replace(TAG, (tag) => (BLOCK.test(tag) ? " " : ""))
    .replace(/ {2,}/g, " ")
    .replace(/ +(?=[.,;:!?])/g, "")
    .trim();
}
