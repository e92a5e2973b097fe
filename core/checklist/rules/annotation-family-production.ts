import type { Operation } from "../../model/connector.ts";
import { setMember } from "../../syntax/edits.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const isInProduction = ({ item }: Operation): boolean => item.path(ANNOTATION, "status").string === "Production";

export default defineRule({
  id: "annotation-family-production",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Only one revision of an operation is active in production.",
  why: "Of two that are both in production makers do not know which one to take, and the older one is never left.",
  todo: "Set `deprecated` to true on the older revision once the newer one is in production.",
  source: "Microsoft Learn, swagger validator errors, section Operations; operational versioning",
  codes: ["OperationFamilyHasManyActiveProductionOperations"],
  check: {
    connector(connector, { report }) {
      for (const [family, members] of connector.operationFamilies) {
        const active = members
          .filter((one) => !one.deprecated)
          .map((operation) => ({ operation, revision: operation.item.path(ANNOTATION, "revision").number ?? 1 }))
          .sort((a, b) => a.revision - b.revision);
        // Of more than two active ones another rule says that the older ones have to go.
        const [older, newer] = active.slice(-2).map(({ operation }) => operation);
        if (!older || !newer || !isInProduction(older) || !isInProduction(newer)) continue;
        report({
          at: older.item.path(ANNOTATION, "status").place,
          message: `${operationName(older)} is in production and active, and so is ${operationName(newer)}, a later revision of ${family}.`,
          fix: {
            title: `Deprecate ${operationName(older)}`,
            edits: () => setMember(older.item, "deprecated", true, "operationId"),
          },
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
      "get": {
        "operationId": "ListItems",
        "x-ms-api-annotation": { "family": "ListItems", "revision": 1, "status": "Production" }
                                                                                 ^^^^^^^^^^^^ ListItems is in production and active, and so is ListItems_V2, a later revision of ListItems.
      },
      "post": {
        "operationId": "ListItems_V2",
        "x-ms-api-annotation": { "family": "ListItems", "revision": 2, "status": "Production" }
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
        "operationId": "ListItems",
        "deprecated": true,
        "x-ms-api-annotation": { "family": "ListItems", "revision": 1, "status": "Production" }
      },
      "post": {
        "operationId": "ListItems_V2",
        "x-ms-api-annotation": { "family": "ListItems", "revision": 2, "status": "Production" }
      },
      "put": {
        "operationId": "ListItems_V3",
        "x-ms-api-annotation": { "family": "ListItems", "revision": 3, "status": "Preview" }
      },
      "patch": { "operationId": "TagItems", "x-ms-api-annotation": { "family": "TagItems", "status": "Production" } }
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
      "get": {
        "operationId": "ListItems",
        "deprecated": true,
        "x-ms-api-annotation": { "family": "ListItems", "revision": 1, "status": "Production" }
      },
      "post": {
        "operationId": "ListItems_V2",
        "x-ms-api-annotation": { "family": "ListItems", "revision": 2, "status": "Production" }
      }
    }
  }
}
`,
    ],
  },
});
