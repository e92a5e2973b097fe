import { setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { completed, isAbsolute } from "../urls.ts";
import { isEnvironmentVariable } from "../values.ts";

function look(url: Item, report: RuleContext["report"]): void {
  const text = url.string ?? "";
  if (!text.trim() || isAbsolute(text) || isEnvironmentVariable(text)) return;
  const meant = completed(text);
  report({
    at: url.place,
    message: `"${text}" is no absolute address.`,
    ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(url, meant) } }),
  });
}

export default defineRule({
  id: "urls-absolute",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The addresses of contact, license and documentation are absolute.",
  why: "They become links on the connector's page; without a scheme they lead nowhere, and the validator refuses them.",
  todo: "Write the whole address, such as `https://www.example.com/support`.",
  source: "Microsoft Learn, swagger validator errors, section Properties; schema of the definition",
  codes: ["UrlNotValid"],
  check: {
    part: {
      contact: ({ item }, { report }) => look(item.get("url"), report),
      license: ({ item }, { report }) => look(item.get("url"), report),
      externalDocs: ({ item }, { report }) => look(item.get("url"), report),
    },
    member: {
      "x-ms-docs"({ part, value }, { report }) {
        if (part.name === "document") for (const entry of value.children()) look(entry.get("url"), report);
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": {
    "contact": { "url": "www.example.com/support" },
                        ^^^^^^^^^^^^^^^^^^^^^^^^^ "www.example.com/support" is no absolute address.
    "license": { "name": "MIT", "url": "htps://opensource.org/licenses/MIT" }
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "htps://opensource.org/licenses/MIT" is no absolute address.
  },
  "externalDocs": { "url": "/docs" },
                           ^^^^^^^ "/docs" is no absolute address.
  "x-ms-docs": [{ "url": "docs.example.com" }],
                         ^^^^^^^^^^^^^^^^^^ "docs.example.com" is no absolute address.
  "tags": [{ "name": "Items", "externalDocs": { "url": "https://" } }]
                                                       ^^^^^^^^^^ "https://" is no absolute address.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "url": "https://example.com" }, "license": { "name": "MIT", "url": "" } },
  "externalDocs": { "url": "mailto:docs@example.com" },
  "definitions": {
    "Item": { "properties": { "url": { "type": "string", "default": "www" }, "contact": { "title": "x" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": {
    "contact": { "url": "https://www.example.com/support" },
    "license": { "name": "MIT", "url": "https://opensource.org/licenses/MIT" }
  },
  "externalDocs": { "url": "/docs" },
  "x-ms-docs": [{ "url": "https://docs.example.com" }],
  "tags": [{ "name": "Items", "externalDocs": { "url": "https://" } }]
}
`,
    ],
  },
});
