import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacks, memberPlace, operationName } from "../swagger.ts";

const KEY = "x-ms-visibility";

export default defineRule({
  id: "op-visibility-present",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `Every operation says by ${KEY} how prominently it is shown.`,
  why: "The designer shows important operations first; the checklist of the certification asks for it, although most connectors say nothing.",
  todo: "Add important for what makers look for first, advanced for the rest, and internal for helpers.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    operation(operation, { report }) {
      const { item } = operation;
      if (!lacks(item, KEY)) return;
      report({
        at: memberPlace(item, KEY),
        message: `Operation ${operationName(operation)} does not say how prominently it is shown.`,
        fix: {
          title: `Add "${KEY}": "important"`,
          edits: () => setMember(item, KEY, "important", "operationId"),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "List items" },
      ^^^^^ Operation ListItems does not say how prominently it is shown.
      "post": { "operationId": "CreateItem", "x-ms-visibility": null }
                                                                ^^^^ Operation CreateItem does not say how prominently it is shown.
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
      "get": { "operationId": "ListItems", "x-ms-visibility": "advanced" },
      "post": { "operationId": "CreateItem", "x-ms-visibility": "" },
      "put": { "operationId": "PutItem", "x-ms-visibility":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-visibility": "important", "summary": "List items" },
      "post": { "operationId": "CreateItem", "x-ms-visibility": "important" }
    }
  }
}
`,
    ],
  },
});
