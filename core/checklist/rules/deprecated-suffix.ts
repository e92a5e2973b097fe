import { setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const SAID = /deprecated/i;
const END = /[.!?]?\s*$/;
const SUFFIX = " (deprecated)";
const LONGEST: Readonly<Record<string, number>> = { summary: 80 };

/** The text with the suffix, before a full stop at its end; `undefined` where it would get too long. */
function marked(item: Item): string | undefined {
  const text = (item.string ?? "").replace(END, (end) => `${SUFFIX}${end.trim()}`);
  return text.length <= (LONGEST[item.key] ?? Number.POSITIVE_INFINITY) ? text : undefined;
}

export default defineRule({
  id: "deprecated-suffix",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Summary and description of a deprecated operation say that it is.",
  why: "Flows that use it go on working; only these words tell their owners that they should move on.",
  todo: `Add "${SUFFIX.trim()}" to both texts.`,
  source: "Microsoft Learn, deprecating an operation; operational versioning",
  check: {
    operation(operation, { report }) {
      const { deprecated, internal, summary, description } = operation;
      if (!deprecated || internal) return;
      for (const item of [summary, description]) {
        if (!item.string?.trim() || SAID.test(item.string)) continue;
        const better = marked(item);
        report({
          at: item.place,
          message: `The ${item.key} of ${operationName(operation)} does not say that it is deprecated.`,
          ...(better && { fix: { title: `Add "${SUFFIX.trim()}"`, edits: () => setValue(item, better) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "deprecated": true, "operationId": "ListItems", "summary": "List items", "description": "Lists all items." },
                                                                          ^^^^^^^^^^^^ The summary of ListItems does not say that it is deprecated.
                                                                                                       ^^^^^^^^^^^^^^^^^^ The description of ListItems does not say that it is deprecated.
      "put": {
        "deprecated": true,
        "operationId": "SetItem",
        "summary": "Set the value of an item to a value that another item had some time before",
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of SetItem does not say that it is deprecated.
        "description": "Sets it (deprecated)."
      }
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
      "get": {
        "deprecated": true,
        "operationId": "ListItems",
        "summary": "List items (deprecated)",
        "description": "Deprecated: take List items V2."
      },
      "post": { "operationId": "CreateItem", "summary": "Create an item", "deprecated": false },
      "put": { "operationId": "SetItem", "summary": "Set an item", "deprecated": true, "x-ms-visibility": "internal" },
      "patch": { "operationId": "TagItem", "summary": , "description": "", "deprecated": true }
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
      "get": { "deprecated": true, "operationId": "ListItems", "summary": "List items (deprecated)", "description": "Lists all items (deprecated)." },
      "put": {
        "deprecated": true,
        "operationId": "SetItem",
        "summary": "Set the value of an item to a value that another item had some time before",
        "description": "Sets it (deprecated)."
      }
    }
  }
}
`,
    ],
  },
});
