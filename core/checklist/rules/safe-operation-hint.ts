import { insertMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacks, memberPlace, operationName } from "../swagger.ts";

const KEY = "x-ms-safe-operation";
/** First words of summaries of what only reads. */
const READS = /^\s*(?:count|find|get|list|look\s+up|lookup|query|retrieve|search)\b/i;

export default defineRule({
  id: "safe-operation-hint",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `A POST that only reads says so with ${KEY}.`,
  why: "A POST is taken for something that changes data; marked as safe, it may be called again and by agents without a second thought.",
  todo: `Add \`"${KEY}": true\` if the operation changes nothing.`,
  source: "Schema of the definition, x-ms-safe-operation",
  check: {
    operation(operation, { report }) {
      const { method, internal, trigger, summary, item } = operation;
      if (method !== "POST" || internal || trigger || !READS.test(summary.string ?? "") || !lacks(item, KEY)) return;
      report({
        at: memberPlace(item, KEY),
        message: `${operationName(operation)} seems only to read, but is not marked as safe.`,
        fix: { title: `Add "${KEY}": true`, edits: () => insertMember(item, KEY, true, "operationId") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/search": { "post": { "operationId": "SearchItems", "summary": "Search items" } } }
                          ^^^^^^ SearchItems seems only to read, but is not marked as safe.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/search": {
      "post": { "operationId": "SearchItems", "summary": "Search items", "x-ms-safe-operation": true },
      "get": { "operationId": "ListItems", "summary": "List items" }
    },
    "/items": { "post": { "operationId": "CreateItem", "summary": "Create an item" } },
    "/gets": { "post": { "operationId": "GetHidden", "summary": "Get items", "x-ms-visibility": "internal" } },
    "/finder": { "post": { "operationId": "Finder", "summary": "Finder of things" } },
    "/half": { "post": { "operationId": "FindHalf", "summary": "Find items", "x-ms-safe-operation":  } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": { "/search": { "post": { "operationId": "SearchItems", "x-ms-safe-operation": true, "summary": "Search items" } } }
}
`,
    ],
  },
});
