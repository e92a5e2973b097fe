import { setMember } from "../../syntax/edits.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const MAX = 2;

export default defineRule({
  id: "annotation-family-active",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "At most two revisions of an operation are active.",
  why: "Makers choose between the current one and its successor; the platform refuses a third one that is not deprecated.",
  todo: "Set `deprecated` to true on the older revisions.",
  source: "Microsoft Learn, swagger validator errors, section Operations; operational versioning",
  codes: ["OperationFamilyHasManyActiveOperations"],
  check: {
    connector(connector, { report }) {
      for (const [family, members] of connector.operationFamilies) {
        const active = members
          .filter((one) => !one.deprecated)
          .map((operation) => ({ operation, revision: operation.item.path(ANNOTATION, "revision").number ?? 1 }))
          .sort((a, b) => a.revision - b.revision);
        for (const { operation } of active.slice(0, Math.max(0, active.length - MAX)))
          report({
            at: operation.idItem.place,
            message: `${operationName(operation)} is one of ${active.length} active revisions of ${family}; ${MAX} are allowed.`,
            fix: {
              title: `Deprecate ${operationName(operation)}`,
              edits: () => setMember(operation.item, "deprecated", true, "operationId"),
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
      "put": { "operationId": "ListItems_V3", "x-ms-api-annotation": { "family": "ListItems", "revision": 3 } },
      "get": { "operationId": "ListItems" },
                              ^^^^^^^^^^^ ListItems is one of 3 active revisions of ListItems; 2 are allowed.
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } }
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
      "get": { "operationId": "ListItems", "deprecated": true },
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } },
      "put": { "operationId": "ListItems_V3", "x-ms-api-annotation": { "family": "ListItems", "revision": 3 } },
      "patch": { "operationId": "SetItems" }
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
      "put": { "operationId": "ListItems_V3", "x-ms-api-annotation": { "family": "ListItems", "revision": 3 } },
      "get": { "operationId": "ListItems", "deprecated": true },
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } }
    }
  }
}
`,
    ],
  },
});
