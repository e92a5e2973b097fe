/** HTML as text that was escaped once: whatever is put into a template is escaped, unless it comes from a template itself. */

/** A piece of HTML. Only `html` makes them, so that nothing gets into a page unescaped. */
class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type { Html };

/** What may stand in a template. Nothing, `false` and `undefined` leave nothing behind; a list is written one after the other. */
export type Part = string | number | Html | false | null | undefined | readonly Part[];

/** A piece of HTML from a template; its parts are escaped for element content and for attributes in quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (const [index, part] of parts.entries()) text += write(part) + (strings[index + 1] ?? "");
  return new Html(text);
}

/** Nothing to show. */
export const nothing: Html = new Html("");

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "object") return part.map(write).join("");
  return String(part).replace(/[&<>"']/g, (char) => entities[char] ?? char);
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
