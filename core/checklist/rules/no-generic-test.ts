import { insertMember, setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";
import { toType, valueKind } from "../values.ts";

const KEY = "x-ms-no-generic-test";

export default defineRule({
  id: "no-generic-test",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `An operation that deletes keeps automatic tests away with ${KEY}.`,
  why: "Whoever calls every operation to see whether it works should not delete anything in doing so.",
  todo: `Add \`"${KEY}": true\`, without quotes around true.`,
  source: "Schema of the definition, x-ms-no-generic-test; Microsoft Learn, coding standards",
  check: {
    operation(operation, { report }) {
      const { method, internal, item } = operation;
      const flag = item.get(KEY);
      const name = operationName(operation);
      if (!flag.exists) {
        if (method !== "DELETE" || internal || !isComplete(item)) return;
        report({
          at: item.keyPlace,
          message: `${name} deletes, but automatic tests may call it.`,
          fix: { title: `Add "${KEY}": true`, edits: () => insertMember(item, KEY, true, "operationId") },
        });
        return;
      }
      if (flag.kind === Kind.boolean || flag.kind === Kind.missing) return;
      const value = toType(flag, "boolean");
      const fix: FixDraft | undefined =
        value === undefined ? undefined : { title: `Replace it by ${value}`, edits: () => setValue(flag, value) };
      report({
        at: flag.place,
        message: `${KEY} of ${name} has to be true or false, but is ${valueKind(flag)}.`,
        ...(fix && { fix }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "delete": { "operationId": "DeleteItem" },
      ^^^^^^^^ DeleteItem deletes, but automatic tests may call it.
      "put": { "operationId": "SetItem", "x-ms-no-generic-test": "true" },
                                                                 ^^^^^^ x-ms-no-generic-test of SetItem has to be true or false, but is text.
      "post": { "operationId": "CopyItem", "x-ms-no-generic-test": 1 }
                                                                   ^ x-ms-no-generic-test of CopyItem has to be true or false, but is an integer.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "delete": { "operationId": "DeleteItem", "x-ms-no-generic-test": true },
      "get": { "operationId": "GetItem" },
      "put": { "operationId": "SetItem", "x-ms-no-generic-test": false }
    },
    "/hooks/{id}": { "delete": { "operationId": "DeleteHook", "x-ms-visibility": "internal" } },
    "/half": { "delete": { "operationId": "DeleteHalf", "x-ms-no-generic-test":  } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "delete": { "operationId": "DeleteItem", "x-ms-no-generic-test": true },
      "put": { "operationId": "SetItem", "x-ms-no-generic-test": true },
      "post": { "operationId": "CopyItem", "x-ms-no-generic-test": 1 }
    }
  }
}
`,
    ],
  },
});
