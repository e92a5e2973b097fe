import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace, operationName } from "../swagger.ts";
import { sentenceFromName } from "../text.ts";

export default defineRule({
  id: "op-desc-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every visible operation has a description.",
  why: "Makers and agents choose an action by it; the certification refuses operations without one.",
  todo: "Add a `description` that says in a sentence what the operation does. Internal operations are exempt.",
  source: "Microsoft Learn, preparing connector files for certification; Microsoft Learn, coding standards",
  when: "submission",
  check: {
    operation(operation, { report }) {
      const { item, id, internal, summary } = operation;
      if (internal || !lacksText(item, "description")) return;
      const text = summary.string?.trim() || (id ? sentenceFromName(id) : "");
      const sentence = `${text.replace(/\.$/, "")}.`;
      report({
        at: memberPlace(item, "description"),
        message: `Operation ${operationName(operation)} has no description.`,
        ...(text && {
          fix: {
            title: `Add "description": "${sentence}"`,
            edits: () => setMember(item, "description", sentence, "summary"),
          },
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
      ^^^^^ Operation ListItems has no description.
        "summary": "List items",
        "operationId": "ListItems"
      },
      "post": { "operationId": "CreateItem", "description": "" }
                                                            ^^ Operation CreateItem has no description.
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {}
      ^^^^^ Operation GET /items has no description.
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
      "get": { "operationId": "ListItems", "description": "Lists all items of a project." },
      "delete": { "operationId": "RemoveHook", "x-ms-visibility": "internal" },
      "parameters": []
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems",
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "summary": "List items",
        "description": "List items.",
        "operationId": "ListItems"
      },
      "post": { "operationId": "CreateItem", "description": "Create item." }
    }
  }
}
`,
      undefined,
    ],
  },
});
