import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName, partPlace } from "../swagger.ts";

const SAID = /\bdeprecated\b/i;

export default defineRule({
  id: "deprecated-flag-missing",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operation whose summary says deprecated is marked as deprecated.",
  why: "Without the mark the designer goes on offering it to everybody who makes a new flow.",
  todo: "Set `deprecated` to true, or take the word out of the summary.",
  source: "Microsoft Learn, deprecating an operation",
  check: {
    operation(operation, { report }) {
      const { deprecated, internal, summary, item } = operation;
      const found = SAID.exec(summary.string ?? "");
      const flag = item.get("deprecated");
      if (!found || deprecated || internal || !isComplete(item) || (flag.exists && flag.boolean === undefined)) return;
      report({
        at: partPlace(summary, found.index, found.index + found[0].length),
        message: `The summary of ${operationName(operation)} says that it is deprecated, but it is not marked so.`,
        fix: { title: 'Set "deprecated" to true', edits: () => setMember(item, "deprecated", true, "operationId") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "List items (deprecated)" },
                                                                   ^^^^^^^^^^ The summary of ListItems says that it is deprecated, but it is not marked so.
      "put": { "operationId": "SetItem", "summary": "[DEPRECATED] Set an item", "deprecated": false }
                                                      ^^^^^^^^^^ The summary of SetItem says that it is deprecated, but it is not marked so.
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
      "get": { "operationId": "ListItems", "summary": "List items (deprecated)", "deprecated": true },
      "post": { "operationId": "UndeprecateItem", "summary": "Take an undeprecated item" },
      "put": { "operationId": "SetItem", "summary": "Set an item (deprecated)", "deprecated":  },
      "patch": { "operationId": "TagItem", "summary": "Tag (deprecated)", "x-ms-visibility": "internal" }
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
      "get": { "operationId": "ListItems", "deprecated": true, "summary": "List items (deprecated)" },
      "put": { "operationId": "SetItem", "summary": "[DEPRECATED] Set an item", "deprecated": true }
    }
  }
}
`,
    ],
  },
});
