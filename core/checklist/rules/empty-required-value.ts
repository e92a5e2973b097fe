import { remove } from "../../syntax/edits.ts";
import { type Member, PART_NAMES, type PartName, partLabel } from "../document.ts";
import { defineRule, forKeys } from "../rule.ts";

/**
 * Members that say nothing when they are empty. Title, version, host, summaries, descriptions, operationIds, types, parameters and
 * security definitions have rules of their own, which take an empty text for a missing one.
 */
const MEMBERS: Readonly<Record<string, readonly PartName[]>> = {
  termsOfService: ["info"],
  name: ["contact", "license", "tag"],
  url: ["contact", "license", "externalDocs"],
  email: ["contact"],
  pattern: PART_NAMES,
  discriminator: PART_NAMES,
};
/** Members without which the object around them is not valid, so that they cannot just be removed. */
const NEEDED: readonly string[] = ["license name", "tag name", "externalDocs url"];

export default defineRule({
  id: "empty-required-value",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Names and addresses in the definition are not empty.",
  why: "An empty text is no value: the validator refuses it where one is demanded, and people see a gap.",
  todo: "Fill in the value, or remove the member where it is optional.",
  source: "Microsoft Learn, swagger validator errors, section Metadata; reviews of the connectors repository",
  codes: ["RequiredValueEmpty"],
  check: {
    member: forKeys<Member>(Object.keys(MEMBERS), ({ part, value }, { report }) => {
      const { key } = value;
      if (!MEMBERS[key]?.includes(part.name) || !value.isString || value.string?.trim()) return;
      report({
        at: value.place,
        message: `"${key}" of ${partLabel(part)} is empty.`,
        ...(!NEEDED.includes(`${part.name} ${key}`) && {
          fix: { title: `Remove "${key}"`, edits: () => remove(value) },
        }),
      });
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "", "contact": { "url": "", "name": "Support", "email": " " } },
                                             ^^ "url" of contact is empty.
                                                                             ^^^ "email" of contact is empty.
  "tags": [{ "name": "" }],
                     ^^ "name" of the tag is empty.
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "parameters": [{ "name": "", "in": "query" }] }
    }
  },
  "definitions": { "Item": { "type": "object", "title": "", "discriminator": "" } }
                                                                             ^^ "discriminator" of definition Item is empty.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "", "contact": { "name": "Support" } },
  "externalDocs": { "url": 
`,
      `{
  "swagger": "2.0",
  "definitions": { "Item": { "properties": { "type": { "default": "", "enum": [""] } }, "example": { "name": "" } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "", "contact": { "name": "Support" } },
  "tags": [{ "name": "" }],
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "parameters": [{ "name": "", "in": "query" }] }
    }
  },
  "definitions": { "Item": { "type": "object", "title": "" } }
}
`,
    ],
  },
});
