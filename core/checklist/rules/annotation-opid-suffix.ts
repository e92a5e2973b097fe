import { ANNOTATION } from "../annotations.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "annotation-opid-suffix",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The operationId of a later revision ends with its number, as in ListItems_V2.",
  why: "People tell revisions apart by the id in logs and flows; the validator expects the suffix.",
  todo: "Give a new operation the suffix from the beginning. Leave an operation that is published as it is: renaming it breaks every flow that uses it.",
  source: "Microsoft Learn, swagger validator errors, section Operations; operational versioning",
  codes: ["OperationIdShouldEndWithRevision"],
  check: {
    operation({ item, id, idItem }, { report }) {
      const revision = item.path(ANNOTATION, "revision").number;
      if (!id || revision === undefined || !Number.isInteger(revision) || revision < 2) return;
      const suffix = `_V${revision}`;
      if (id.toUpperCase().endsWith(`V${revision}`)) return;
      report({
        at: idItem.place,
        message: `${id} is revision ${revision}; its operationId should end with "${suffix}".`,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItemsNew", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } },
                              ^^^^^^^^^^^^^^ ListItemsNew is revision 2; its operationId should end with "_V2".
      "post": { "operationId": "AddItem_V2", "x-ms-api-annotation": { "family": "AddItem", "revision": 3 } }
                               ^^^^^^^^^^^^ AddItem_V2 is revision 3; its operationId should end with "_V3".
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
      "get": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } },
      "options": { "operationId": "CopyItemV2", "x-ms-api-annotation": { "family": "CopyItem", "revision": 2 } },
      "post": { "operationId": "AddItem", "x-ms-api-annotation": { "family": "AddItem", "revision": 1 } },
      "put": { "operationId": "SetItem", "x-ms-api-annotation": { "revision": "2" } },
      "patch": { "operationId": , "x-ms-api-annotation": { "revision": 2 } }
    }
  }
}
`,
    ],
  },
});
