import { defineRule } from "../rule.ts";

const PASCAL = /^[A-Z][A-Za-z0-9]*(?:_V\d+)?$/;

export default defineRule({
  id: "opid-pascal-case",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An operationId is in Pascal case, such as ListItems; a revision ends with _V2.",
  why: "Ids that are all written alike are read and found more easily, in code views and in logs.",
  todo: "Choose such an id for a new operation. One that is published keeps its id, because flows know it by that.",
  source: "Microsoft Learn, coding standards; connector string guidance",
  check: {
    operation({ id, idItem }, { report }) {
      // Ids with other characters are what another rule says.
      if (PASCAL.test(id) || !/^\w+$/.test(id)) return;
      report({ at: idItem.place, message: `The operationId "${id}" is not in Pascal case.` });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "listItems" },
                              ^^^^^^^^^^^ The operationId "listItems" is not in Pascal case.
      "post": { "operationId": "Create_Item" }
                               ^^^^^^^^^^^^^ The operationId "Create_Item" is not in Pascal case.
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
      "get": { "operationId": "ListItems_V2" },
      "post": { "operationId": "X" },
      "put": { "operationId": "Get-item" },
      "patch": { "operationId": "" },
      "delete": { "operationId":  }
    }
  }
}
`,
    ],
  },
});
