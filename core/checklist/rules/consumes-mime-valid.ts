import { remove, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { type Member, partLabel } from "../document.ts";
import { bareType, isMediaType, SUPPORTED_TYPES } from "../media-types.ts";
import { defineRule, forKeys, type RuleContext } from "../rule.ts";

/** What people write for the supported types. */
const MEANT: Readonly<Record<string, string>> = {
  json: "application/json",
  "text/json": "application/json",
  "application-json": "application/json",
  "application json": "application/json",
  "application\\json": "application/json",
  "aplication/json": "application/json",
  "*/*": "application/json",
  "*": "application/json",
  text: "text/plain",
  plain: "text/plain",
  "text-plain": "text/plain",
  multipart: "multipart/form-data",
  "form-data": "multipart/form-data",
  "multipart/formdata": "multipart/form-data",
  "x-www-form-urlencoded": "application/x-www-form-urlencoded",
};

function judge(value: Item, others: readonly string[], { part }: Member, report: RuleContext["report"]): void {
  const text = value.string ?? "";
  const bare = bareType(text);
  if (!bare || SUPPORTED_TYPES.includes(bare)) return;
  const valid = isMediaType(text);
  const meant = MEANT[bare];
  report({
    at: value.place,
    message: valid
      ? `The type "${text}" in ${value.parent.key} of ${partLabel(part)} is none of those that connectors support.`
      : `"${text}" in ${value.parent.key} of ${partLabel(part)} is no media type.`,
    ...(meant && {
      fix: others.includes(meant)
        ? { title: `Remove "${text}"`, edits: () => remove(value) }
        : { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) },
    }),
  });
}

export default defineRule({
  id: "consumes-mime-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "What operations consume and produce is of a media type that connectors support.",
  why: "The designer can write JSON, plain text and forms; other content passes, but only as it is.",
  todo: `Write one of ${SUPPORTED_TYPES.join(", ")}. Where the service speaks XML or another format, leave the warning.`,
  source: "Microsoft Learn, swagger validator errors, sections Properties and Not supported",
  codes: ["MimeTypeNotValid", "MimeTypeNotSupported"],
  check: {
    member: forKeys<Member>(["consumes", "produces"], (member, { report }) => {
      const { part, value: list } = member;
      if ((part.name !== "document" && part.name !== "operation") || !list.isArray) return;
      const values = list.children();
      for (const [index, value] of values.entries()) {
        // What stands before it may be going to be the same by its own fix.
        const others = values.flatMap((other, at) => {
          const text = bareType(other.string ?? "");
          return at === index ? [] : at < index ? (MEANT[text] ?? text) : text;
        });
        judge(value, others, member, report);
      }
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "consumes": ["json"],
               ^^^^^^ "json" in consumes of the definition is no media type.
  "produces": ["application/json", "text/json", "application/xml"],
                                   ^^^^^^^^^^^ The type "text/json" in produces of the definition is none of those that connectors support.
                                                ^^^^^^^^^^^^^^^^^ The type "application/xml" in produces of the definition is none of those that connectors support.
  "paths": { "/items": { "post": { "operationId": "CreateItem", "consumes": ["json", "*/*", "text"] } } }
                                                                             ^^^^^^ "json" in consumes of operation CreateItem is no media type.
                                                                                     ^^^^^ The type "*/*" in consumes of operation CreateItem is none of those that connectors support.
                                                                                            ^^^^^^ "text" in consumes of operation CreateItem is no media type.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json", "text/plain", "multipart/form-data", "application/x-www-form-urlencoded"],
  "produces": ["Application/JSON; charset=utf-8", "", 1,  ],
  "paths": { "/items": { "post": { "operationId": "CreateItem", "consumes": "json", "x-produces": ["json"] } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "produces": ["application/json", "application/xml"],
  "paths": { "/items": { "post": { "operationId": "CreateItem", "consumes": ["application/json", "text/plain"] } } }
}
`,
    ],
  },
});
