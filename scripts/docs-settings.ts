/** The table of a registry's settings in docs/registry.md. */

interface Setting {
  readonly name: string;
  readonly words: string;
  readonly form: string;
  readonly otherwise: string;
  readonly secret?: boolean;
}

const [begin, end] = ["<!-- settings: written by npm run generate -->", "<!-- end of settings -->"];

/** The page with the table between its two marks. */
export function withSettings(page: string, settings: readonly Setting[], keyOf: (name: string) => string): string {
  const [before, after] = [page.indexOf(begin), page.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`docs/registry.md has no ${begin} … ${end}`);
  const rows = settings.map(
    ({ name, words, form, otherwise, secret }) =>
      `| \`${name}\`<br>\`${keyOf(name)}\` | ${words}${secret ? " (secret)" : ""} | ${form} | ${otherwise} |`,
  );
  const table = [
    "| Setting, in the environment and in a file | Decides | Has to be | Without it |",
    "|---|---|---|---|",
    ...rows,
  ];
  return `${page.slice(0, before)}${begin}\n${table.join("\n")}\n${page.slice(after)}`;
}
