import { insertMember, remove } from "../../syntax/edits.ts";
import { type Part, partLabel } from "../document.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { lacks } from "../swagger.ts";

/**
 * What has to be there besides the members that have a rule of their own: version, title, operations, responses, parameters and
 * security definitions.
 */
function look(part: Part, key: string, report: RuleContext["report"]): void {
  const { item, name } = part;
  if (!lacks(item, key)) return;
  const empty = !item.children().length;
  const known = name === "license" ? /\bMIT\b|Apache-2\.0/.exec(item.get("url").string ?? "")?.[0] : undefined;
  report({
    at: item.keyPlace,
    message: `${partLabel(part).replace(/^./, (letter) => letter.toUpperCase())} has no "${key}".`,
    fix: known
      ? { title: `Add "name": "${known}"`, edits: () => insertMember(item, key, known) }
      : empty || name === "tag"
        ? { title: "Remove it", edits: () => remove(item) }
        : [],
  });
}

export default defineRule({
  id: "required-root-properties",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A license and a tag have a name, a link to documentation has its address.",
  why: "Swagger demands these members; a definition without one of them is no valid document.",
  todo: "Add the member, or remove the object that says nothing without it. `swagger`, `info`, `paths` and their members have rules of their own.",
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["RequiredPropertyMissing", "OneOfPropertiesRequired"],
  check: {
    part: {
      license: (part, { report }) => look(part, "name", report),
      tag: (part, { report }) => look(part, "name", report),
      externalDocs: (part, { report }) => look(part, "url", report),
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": "1.0", "license": { "url": "https://opensource.org/licenses/MIT" } },
                                                ^^^^^^^^^ License has no "name".
  "externalDocs": {},
  ^^^^^^^^^^^^^^ ExternalDocs has no "url".
  "tags": [
    { "name": "Items", "externalDocs": { "description": "More about items." } },
                       ^^^^^^^^^^^^^^ ExternalDocs has no "url".
    { "description": "Lists." }
    ^ The tag has no "name".
  ]
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": "1.0", "license": { "name": "MIT" } },
  "externalDocs": { "url": "https://example.com/docs" },
  "tags": [{ "name": "Items" }],
  "definitions": { "Item": { "properties": { "externalDocs": { "type": "object" }, "license": {} } } }
}
`,
      `{
  "swagger": "2.0",
  "info": { "license": { "url": "https://opensource.org/licenses/MIT"
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Items", "version": "1.0", "license": { "url": "https://opensource.org/licenses/MIT", "name": "MIT" } },
  "tags": [
    { "name": "Items", "externalDocs": { "description": "More about items." } }
  ]
}
`,
    ],
  },
});
