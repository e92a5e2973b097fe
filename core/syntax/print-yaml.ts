/** How edits write YAML: as people do, with quotes only where YAML would take the text for something else. */

/** Words, addresses and version numbers that are text without quotes. */
const WORDS = /^[A-Za-z_/$][\w $/.,()+-]*$/;
const ADDRESS = /^https?:\/\/[\w./~%-]+$/;
const NUMBERS = /^\d+\.\d+\.\d+$/;
const RESERVED = /^(?:true|false|null|yes|no|on|off|~)$/i;

/** A value on one line. */
export function printYamlInline(value: unknown): string {
  if (typeof value === "string") {
    const words = WORDS.test(value) && !/\s$|, |,$/.test(value) && !RESERVED.test(value);
    return words || ADDRESS.test(value) || NUMBERS.test(value) ? value : JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(printYamlInline).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, item]) => `${printYamlInline(key)}: ${printYamlInline(item)}`);
    return entries.length ? `{ ${entries.join(", ")} }` : "{}";
  }
  return String(value);
}

/**
 * What stands behind the colon of a key whose members are indented by `indent`: a short value after a space, a mapping or
 * sequence on lines of its own, and a text of several lines as a literal block.
 */
export function printYamlAfterKey(value: unknown, indent: string, nl: string): string {
  if (typeof value === "string") return isBlockText(value) ? literal(value, indent, nl) : ` ${printYamlInline(value)}`;
  if (typeof value !== "object" || value === null || isShortList(value)) return ` ${printYamlInline(value)}`;
  if (Array.isArray(value)) return value.map((item) => `${nl}${indent}- ${printYamlInline(item)}`).join("");
  const entries = Object.entries(value);
  if (!entries.length) return " {}";
  return entries
    .map(([key, item]) => `${nl}${indent}${printYamlInline(key)}:${printYamlAfterKey(item, `${indent}  `, nl)}`)
    .join("");
}

/** Lists of scalars stay on one line. */
function isShortList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => typeof item !== "object" || item === null);
}

/** A first line that begins with a blank would be taken for a deeper indentation, other control characters need escapes. */
function isBlockText(text: string): boolean {
  return (
    /\n./.test(text) && !/^\s/.test(text) && ![...text].some((char) => char < " " && char !== "\n" && char !== "\r")
  );
}

function literal(text: string, indent: string, nl: string): string {
  const trailing = /\n*$/.exec(text)?.[0].length ?? 0;
  const lines = text.replace(/\n+$/, "").split(/\r?\n/);
  const chomping = trailing === 0 ? "-" : trailing === 1 ? "" : "+";
  const extra = nl.repeat(Math.max(trailing - 1, 0));
  return ` |${chomping}${lines.map((line) => nl + (line ? indent + line : "")).join("")}${extra}`;
}
