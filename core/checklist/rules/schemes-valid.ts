import { remove, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

/** What an author most likely meant: the same word in lower case and without what belongs to an address. */
function meantBy(text: string): string | undefined {
  const word = text.trim().toLowerCase().replace(/:\/*$/, "");
  return word === "http" || word === "https" ? word : word === "wss" || word === "ws" ? "https" : undefined;
}

function judge(
  value: Item,
  before: readonly string[],
  all: readonly string[],
): { message: string; fix?: { title: string; edits: () => ReturnType<typeof remove> } } {
  const text = value.string ?? "";
  const meant = meantBy(text);
  const socket = /^wss?$/i.test(text.trim());
  return {
    message: socket
      ? `The scheme "${text}" is that of web sockets, which connectors cannot use.`
      : `"${text}" is no scheme; there are http and https.`,
    ...(meant && {
      fix:
        all.includes(meant) || before.some((other) => meantBy(other) === meant)
          ? { title: `Remove "${text}"`, edits: () => remove(value) }
          : { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) },
    }),
  };
}

export default defineRule({
  id: "schemes-valid",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The schemes of the definition and of its operations are http or https, and at least one.",
  why: "Connectors call services by http only; with another scheme or none there is no address.",
  todo: 'Write `"schemes": ["https"]`. Web sockets are not supported.',
  source: "Microsoft Learn, swagger validator errors, sections Arrays, Properties and Response",
  codes: ["SchemesArrayEmpty", "SchemeNotValid", "SchemeNotSupported"],
  check: {
    member: {
      schemes({ part, value: list }, { report }) {
        if ((part.name !== "document" && part.name !== "operation") || !list.isArray) return;
        const values = list.children();
        if (!values.length && isComplete(list))
          report({
            at: list.keyPlace,
            message: "The list of schemes is empty.",
            fix: { title: 'Set it to ["https"]', edits: () => setValue(list, ["https"]) },
          });
        for (const [index, value] of values.entries())
          if (value.isString && value.string !== "http" && value.string !== "https")
            report({ at: value.place, ...judge(value, list.strings().slice(0, index), list.strings()) });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "schemes": ["HTTPS", "wss", "ftp"]
              ^^^^^^^ "HTTPS" is no scheme; there are http and https.
                       ^^^^^ The scheme "wss" is that of web sockets, which connectors cannot use.
                              ^^^^^ "ftp" is no scheme; there are http and https.
}
`,
      `{
  "swagger": "2.0",
  "schemes": [],
  ^^^^^^^^^ The list of schemes is empty.
  "paths": { "/items": { "get": { "operationId": "ListItems", "schemes": ["https", "ws"] } } }
                                                                                   ^^^^ The scheme "ws" is that of web sockets, which connectors cannot use.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "schemes": ["http", "https"]
}
`,
      `{ "swagger": "2.0" }
`,
      `{
  "swagger": "2.0",
  "schemes": [
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "schemes": ["https", "ftp"]
}
`,
      `{
  "swagger": "2.0",
  "schemes": [
    "https"
  ],
  "paths": { "/items": { "get": { "operationId": "ListItems", "schemes": ["https"] } } }
}
`,
    ],
  },
});
