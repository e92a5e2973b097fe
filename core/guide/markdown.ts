/** Text as markdown shows it literally: what could begin code, emphasis, a tag or an escape is marked. */
export function literal(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*<]|(?<![a-z0-9])_|_(?![a-z0-9])/gi, "\\$&");
}

/** A name as code. */
export function code(name: string): string {
  const flat = name.replace(/\s+/g, " ");
  // Code that has a backtick in it is fenced by two.
  return flat.includes("`") ? `\`\` ${flat} \`\`` : `\`${flat}\``;
}

/** `a`, `a and b`, `a, b and c`; what goes beyond the limit is counted. */
export function enumerate(items: readonly string[], limit = Number.POSITIVE_INFINITY): string {
  const shown = items.length > limit ? [...items.slice(0, limit), `${items.length - limit} more`] : items;
  return shown.length < 2 ? (shown[0] ?? "") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
}

/** `1 operation`, `3 operations`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
