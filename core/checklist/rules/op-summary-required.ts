import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace, operationName } from "../swagger.ts";
import { sentenceFromName } from "../text.ts";

export default defineRule({
  id: "op-summary-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every visible operation has a summary.",
  why: "It is the name of the action or trigger in the designer; without one makers see the operationId.",
  todo: "Add a short `summary` in sentence case. Internal operations are exempt.",
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    operation(operation, { report }) {
      const { item, id, internal } = operation;
      if (internal || !lacksText(item, "summary")) return;
      const text = id ? sentenceFromName(id) : "";
      report({
        at: memberPlace(item, "summary"),
        message: `Operation ${operationName(operation)} has no summary.`,
        ...(text && {
          fix: { title: `Add "summary": "${text}"`, edits: () => setMember(item, "summary", text, "operationId") },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
      ^^^^^ Operation ListOpenItems has no summary.
        "operationId": "ListOpenItems",
        "description": "Lists the open items."
      },
      "post": { "operationId": "CreateItem", "summary": " " }
                                                        ^^^ Operation CreateItem has no summary.
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
      "delete": { "operationId": "RemoveHook", "x-ms-visibility": "internal" }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListOpenItems",
        "summary": "List open items",
        "description": "Lists the open items."
      },
      "post": { "operationId": "CreateItem", "summary": "Create item" }
    }
  }
}
`,
    ],
  },
});
