import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { freeName } from "../text.ts";

export default defineRule({
  id: "opid-unique",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No two operations have the same operationId.",
  why: "Flows and apps remember an operation by its id; of two with one id only one can be called.",
  todo: "Give the operation that was added later an id of its own. Leave the one that is already published as it is.",
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["OperationIdNotUnique"],
  check: {
    connector(connector, { report }) {
      const { repeatedIds } = connector;
      if (!repeatedIds.size) return;
      const taken = new Set(connector.operationIds);
      for (const [id, [owner, ...others]] of repeatedIds)
        for (const { idItem } of others) {
          const free = freeName(id, taken);
          taken.add(free);
          report({
            at: idItem.place,
            message: `The operationId ${id} is already that of ${owner?.method} ${owner?.path}.`,
            fix: { title: `Change it to "${free}"`, edits: () => setValue(idItem, free) },
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
      "get": { "operationId": "GetItem" },
      "post": { "operationId": "GetItem2" }
    },
    "/items/{id}": {
      "get": { "operationId": "GetItem" },
                              ^^^^^^^^^ The operationId GetItem is already that of GET /items.
      "put": { "operationId": "GetItem" }
                              ^^^^^^^^^ The operationId GetItem is already that of GET /items.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "get": { "operationId": "GetItem" }, "post": {} },
    "/items/{id}": { "get": { "operationId": "getItem" }, "put": {} }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "GetItem" },
      "post": { "operationId": "GetItem2" }
    },
    "/items/{id}": {
      "get": { "operationId": "GetItem3" },
      "put": { "operationId": "GetItem4" }
    }
  }
}
`,
    ],
  },
});
