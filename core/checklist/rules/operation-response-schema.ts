import { insertMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "operation-response-schema",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation has a response schema.",
  why: "Without it nobody can pick the fields of the response in the designer, and nothing can tell whether a later change breaks them.",
  todo: "Add `response.schema`, even if it is only `type: object`; an operation that answers with nothing declares `status: [204]`.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    operation(operation, { report }) {
      const response = operation.item.get("response");
      const schema = response.get("schema");
      const statuses = response.get("status").children();
      if (schema.isObject && schema.children().length) return;
      if (statuses.length && statuses.every((status) => status.number === 204)) return;
      report({
        at: schema.exists ? schema.keyPlace : response.exists ? response.keyPlace : operation.idItem.keyPlace,
        message: `Operation ${operation.id} has no response schema.`,
        fix: {
          title: "Add a response schema",
          edits: () =>
            schema.exists
              ? insertMember(schema, "type", "object")
              : response.exists
                ? insertMember(response, "schema", { type: "object" })
                : insertMember(operation.item, "response", { status: [200], schema: { type: "object" } }),
        },
      });
    },
  },
  examples: {
    bad: [
      `operations:
  list_items:
  ^^^^^^^^^^ has no response schema
    method: GET
    path: /items
`,
      `operations:
  list_items:
    method: GET
    path: /items
    response:
    ^^^^^^^^
      status: [200]
`,
    ],
    good: [
      `operations:
  list_items:
    method: GET
    path: /items
    response:
      schema: { type: object }
  remove_item:
    method: DELETE
    path: /items
    response:
      status: [204]
`,
    ],
    fixed: [
      `operations:
  list_items:
    method: GET
    path: /items
    response:
      status: [200]
      schema:
        type: object
`,
      `operations:
  list_items:
    method: GET
    path: /items
    response:
      status: [200]
      schema:
        type: object
`,
    ],
  },
});
