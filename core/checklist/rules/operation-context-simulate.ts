import { setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

const KEY = "x-ms-operation-context";

export default defineRule({
  id: "operation-context-simulate",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `The extension ${KEY} names an operation of the connector that simulates the trigger.`,
  why: "The designer calls it to test a flow without waiting for the event; without a name there is nothing to call.",
  todo: "Write the operationId under `simulate`, exactly as the operation has it.",
  source: "Microsoft Learn, extending an OpenAPI definition; schema of the definition",
  check: {
    member: {
      [KEY]({ part, value }, { connector, report }) {
        if (!value.isObject || !isComplete(value)) return;
        const simulate = value.get("simulate");
        const id = simulate.get("operationId");
        if (simulate.kind === Kind.missing && simulate.exists) return;
        if (!simulate.isObject || lacksText(simulate, "operationId")) {
          report({
            at: id.exists ? id.place : simulate.exists ? simulate.keyPlace : value.keyPlace,
            message: `${KEY} of ${partLabel(part)} names no operation under "simulate".`,
          });
          return;
        }
        const root = swaggerRoot(connector);
        if (id.string === undefined || connector.operation(id.string)) return;
        // In a definition that is still being typed an operation may be there without being seen.
        if (!isComplete(root) || !isComplete(root.get("paths"))) return;
        const meant = nearest(id.string, connector.operationIds);
        report({
          at: id.place,
          message: `${KEY} of ${partLabel(part)} names the operation ${id.string}, which does not exist.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(id, meant) } }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" },
      "post": { "operationId": "OnItem", "x-ms-operation-context": { "simulate": { "operationId": "ListItem" } } },
                                                                                                  ^^^^^^^^^^ x-ms-operation-context of operation OnItem names the operation ListItem, which does not exist.
      "put": { "operationId": "OnChange", "x-ms-operation-context": {} },
                                          ^^^^^^^^^^^^^^^^^^^^^^^^ x-ms-operation-context of operation OnChange names no operation under "simulate".
      "patch": { "operationId": "OnTag", "x-ms-operation-context": { "simulate": { "operationId": "" } } }
                                                                                                  ^^ x-ms-operation-context of operation OnTag names no operation under "simulate".
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
      "get": { "operationId": "ListItems" },
      "post": { "operationId": "OnItem", "x-ms-operation-context": { "simulate": { "operationId": "ListItems" } } },
      "put": { "operationId": "OnHalf", "x-ms-operation-context": { "simulate": { "operationId":  } } },
      "patch": { "operationId": "OnLess", "x-ms-operation-context": { "simulate":  } }
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
      "get": { "operationId": "ListItems" },
      "post": { "operationId": "OnItem", "x-ms-operation-context": { "simulate": { "operationId": "ListItems" } } },
      "put": { "operationId": "OnChange", "x-ms-operation-context": {} },
      "patch": { "operationId": "OnTag", "x-ms-operation-context": { "simulate": { "operationId": "" } } }
    }
  }
}
`,
    ],
  },
});
