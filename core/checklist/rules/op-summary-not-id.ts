import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";
import { sentenceFromName } from "../text.ts";

/** Several words in one: `ListItems`, `list_items`. */
const JOINED = /^(?=.*(?:\p{Ll}\p{Lu}|\p{Lu}{2}\p{Ll}|[\p{L}\p{N}][_.-][\p{L}\p{N}]))\S+$/u;

export default defineRule({
  id: "op-summary-not-id",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operation's summary is put in words and does not repeat the operationId.",
  why: "Words that are joined are hard to read and cannot be translated.",
  todo: "Write a short name with blanks between the words, such as List items.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    operation(operation, { report }) {
      const { id, summary, internal } = operation;
      const text = summary.string?.trim() ?? "";
      if (internal || !id || text !== id || !JOINED.test(text)) return;
      const words = sentenceFromName(id);
      report({
        at: summary.place,
        message: `The summary of ${operationName(operation)} is its operationId.`,
        fix: { title: `Change the summary to "${words}"`, edits: () => setValue(summary, words) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListOpenItems", "summary": "ListOpenItems" },
                                                          ^^^^^^^^^^^^^^^ The summary of ListOpenItems is its operationId.
      "post": { "operationId": "create_item_id", "summary": "create_item_id" }
                                                            ^^^^^^^^^^^^^^^^ The summary of create_item_id is its operationId.
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
      "get": { "operationId": "ListItems", "summary": "List items" },
      "post": { "operationId": "Search", "summary": "Search" },
      "put": { "operationId": "UpdateItem", "summary": "UpdateItem", "x-ms-visibility": "internal" },
      "patch": { "operationId": "PatchItem", "summary":  }
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
      "get": { "operationId": "ListOpenItems", "summary": "List open items" },
      "post": { "operationId": "create_item_id", "summary": "Create item ID" }
    }
  }
}
`,
    ],
  },
});
