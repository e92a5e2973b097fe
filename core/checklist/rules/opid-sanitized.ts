import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const ODD = /[^A-Za-z0-9_]/;

export default defineRule({
  id: "opid-sanitized",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operationId consists of letters, digits and underscores.",
  why: "The platform takes everything else out of it, and the operation is then called otherwise than the file says.",
  todo: "Choose another id while the operation is new. One that is published keeps its id, because flows know it by that.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationIdSanitized"],
  check: {
    operation({ id, idItem }, { report }) {
      const odd = ODD.exec(id);
      if (!odd || !id.trim()) return;
      report({
        at: partPlace(idItem, odd.index, odd.index + 1),
        message: `The operationId "${id}" contains ${/\s/.test(odd[0]) ? "white space" : `"${odd[0]}"`}; the platform makes "${id.replace(/[^A-Za-z0-9_]+/g, "")}" of it.`,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "Get-barcode-value" },
                                  ^ The operationId "Get-barcode-value" contains "-"; the platform makes "Getbarcodevalue" of it.
      "post": { "operationId": "Create item" }
                                      ^ The operationId "Create item" contains white space; the platform makes "Createitem" of it.
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
      "post": { "operationId": "" },
      "put": { "operationId": 1 },
      "patch": { "operationId":  }
    }
  }
}
`,
    ],
  },
});
