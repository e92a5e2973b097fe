import type { Operation } from "../../model/connector.ts";
import { setValue } from "../../syntax/edits.ts";
import { offeredNames } from "../remembered.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const REVISION = /_?V(\d+)$/i;

export default defineRule({
  id: "op-summary-unique",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "No two visible operations have the same summary.",
  why: "In the designer they are two entries of one name, and nobody can tell which one to take.",
  todo: "Add what sets one apart from the other, such as by key, or (V2) for a revision.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    connector(connector, { report }) {
      const first = new Map<string, Operation>();
      const { operations } = connector;
      for (const [index, text] of offeredNames(connector).entries()) {
        if (!text) continue;
        const operation = operations[index] as Operation;
        const key = text.toLowerCase();
        const owner = first.get(key);
        if (!owner) {
          first.set(key, operation);
          continue;
        }
        const { id, summary } = operation;
        const revision = REVISION.exec(id)?.[1];
        const changed = `${text} (V${revision})`;
        report({
          at: summary.place,
          message: `The summary "${text}" of ${operationName(operation)} is also that of ${operationName(owner)}.`,
          ...(revision && {
            fix: { title: `Change the summary to "${changed}"`, edits: () => setValue(summary, changed) },
          }),
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
      "get": { "operationId": "GetItem", "summary": "Get item" },
      "post": { "operationId": "FindItem", "summary": "Get Item " }
                                                      ^^^^^^^^^^^ The summary "Get Item" of FindItem is also that of GetItem.
    },
    "/v2/items": { "get": { "operationId": "GetItem_V2", "summary": "Get item" } }
                                                                    ^^^^^^^^^^ The summary "Get item" of GetItem_V2 is also that of GetItem.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "GetItem", "summary": "Get item" },
      "post": { "operationId": "FindItem", "summary": "Get item", "x-ms-visibility": "internal" },
      "put": { "operationId": "OldItem", "summary": "Get item", "deprecated": true },
      "patch": { "operationId": "NextItem", "summary": "" },
      "delete": { "operationId": "LastItem", "summary": "" },
      "head": { "operationId": "GetItem_V2", "summary": "Get item (V2)" }
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
      "get": { "operationId": "GetItem", "summary": "Get item" },
      "post": { "operationId": "FindItem", "summary": "Get Item " }
    },
    "/v2/items": { "get": { "operationId": "GetItem_V2", "summary": "Get item (V2)" } }
  }
}
`,
    ],
  },
});
