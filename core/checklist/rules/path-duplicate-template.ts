import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

export default defineRule({
  id: "path-duplicate-template",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No two operations with one method have paths that differ only in the names of variables.",
  why: "A call could be meant for either of them; the platform cannot tell and refuses the definition.",
  todo: "Remove one of the operations, or give the paths a fixed part in which they differ.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["DuplicateOperationPath"],
  check: {
    connector(connector, { report }) {
      const first = new Map<string, (typeof connector.operations)[number]>();
      for (const operation of connector.operations) {
        const key = `${operation.method} ${operation.path.replace(/\{[^{}]*\}/g, "{}")}`;
        const owner = first.get(key);
        if (!owner) first.set(key, operation);
        // Paths that differ only in capitals are what another rule says.
        else if (owner.path.toLowerCase() !== operation.path.toLowerCase())
          report({
            at: operation.methodItem.keyPlace,
            message: `${operationName(operation)} cannot be told from ${operationName(owner)}: ${operation.path} and ${owner.path} are the same address.`,
          });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": { "get": { "operationId": "GetItem" } },
    "/items/{name}": {
      "get": { "operationId": "GetItemByName" },
      ^^^^^ GetItemByName cannot be told from GetItem: /items/{name} and /items/{id} are the same address.
      "delete": { "operationId": "RemoveItem" }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": { "get": { "operationId": "GetItem" } },
    "/items/{id}/": { "get": { "operationId": "GetItemAgain" } },
    "/items/{name}": { "delete": { "operationId": "RemoveItem" } },
    "/items/all": { "get": { "operationId": "GetAll" } }
  }
}
`,
    ],
  },
});
