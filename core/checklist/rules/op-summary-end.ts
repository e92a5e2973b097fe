import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";

export default defineRule({
  id: "op-summary-end",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation's summary ends with a letter, a digit or a closing parenthesis.",
  why: "A summary is a name and no sentence; the validator refuses one that ends with punctuation or white space.",
  todo: "Remove what stands behind the last letter or digit; the description is the place for sentences.",
  source: "Microsoft Learn, connector string guidance; swagger validator errors, section Metadata",
  codes: ["ValueMustEndWithAlphanumeric"],
  check: {
    operation(operation, { report }) {
      const { summary } = operation;
      const text = summary.string ?? "";
      const tail = /[^\p{L}\p{N})]+$/u.exec(text);
      if (!tail || tail.index === 0) return;
      const shorter = text.slice(0, tail.index);
      const end = tail[0].trim();
      report({
        at: partPlace(summary, tail.index, text.length),
        message: `The summary of ${operationName(operation)} ends with ${end ? `"${end}"` : "white space"}.`,
        fix: { title: `Change the summary to "${shorter}"`, edits: () => setValue(summary, shorter) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "List items." },
                                                                 ^ The summary of ListItems ends with ".".
      "post": { "operationId": "CreateItem", "summary": "Create an item " }
                                                                       ^ The summary of CreateItem ends with white space.
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
      "get": { "operationId": "ListItems_V2", "summary": "List items (V2)" },
      "post": { "operationId": "CreateItem", "summary": "Create an item", "description": "Creates an item." },
      "put": { "operationId": "UpdateItem", "summary": "" }
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
      "get": { "operationId": "ListItems", "summary": "List items" },
      "post": { "operationId": "CreateItem", "summary": "Create an item" }
    }
  }
}
`,
    ],
  },
});
