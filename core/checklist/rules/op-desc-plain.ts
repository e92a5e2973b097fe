import { setValue } from "../../syntax/edits.ts";
import { linkIn, tagIn, withoutTags } from "../markup.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";

export default defineRule({
  id: "op-desc-plain",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An operation's description is plain text without HTML and addresses of the web.",
  why: "The designer shows it as it is written: tags stay tags, and nobody can click on an address.",
  todo: "Remove the tags, and name the documentation instead of linking to it. Links belong into `externalDocs` and the readme.",
  source: "Guides of connector authors",
  check: {
    operation(operation, { report }) {
      const { description, internal } = operation;
      const text = description.string;
      if (!text || internal) return;
      const tag = tagIn(text);
      if (tag) {
        const plain = withoutTags(text);
        report({
          at: partPlace(description, tag.at, tag.at + tag.text.length),
          message: `The description of ${operationName(operation)} contains HTML: ${tag.text}`,
          ...(plain && { fix: { title: "Remove the tags", edits: () => setValue(description, plain) } }),
        });
      }
      const link = linkIn(text);
      if (link)
        report({
          at: partPlace(description, link.at, link.at + link.text.length),
          message: `The description of ${operationName(operation)} contains an address of the web.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "description": "Lists <b>all</b> items.<br>See <a href=\\"https://contoso.com/docs\\">here</a>." },
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of ListItems contains HTML: <b>
      "post": { "operationId": "CreateItem", "description": "Creates an item (see https://contoso.com/docs)." },
                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^ The description of CreateItem contains an address of the web.
      "put": { "operationId": "PutItem", "description": "See [the docs](https://contoso.com/docs)." }
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^ The description of PutItem contains an address of the web.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "description": "Lists items if a < b, of <your project>, by http or https." },
      "post": { "operationId": "CreateItem", "description": "See https://contoso.com.", "x-ms-visibility": "internal" },
      "put": { "operationId": "PutItem", "summary": "See https://contoso.com" },
      "delete": { "operationId": "DeleteItem", "description":  }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "description": "Lists all items. See here." },
      "post": { "operationId": "CreateItem", "description": "Creates an item (see https://contoso.com/docs)." },
      "put": { "operationId": "PutItem", "description": "See [the docs](https://contoso.com/docs)." }
    }
  }
}
`,
    ],
  },
});
