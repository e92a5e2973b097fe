import { defineRule } from "../rule.ts";

export default defineRule({
  id: "test-inputs-declared",
  section: "tests",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Test inputs name declared parameters, and give every required one.",
  why: "A test that sends something else tests another call than the one that will be made.",
  todo: "Correct the name, or declare the parameter; add the missing value.",
  source: "Publishing page, pre-publication checklist: testing passed for all operations",
  check: {
    test({ item, name, operation }, { report }) {
      const input = item.get("input");
      const known = new Map(operation.parameters.map((parameter) => [parameter.item.key, parameter]));
      for (const value of input.children()) {
        if (
          value.key === "body"
            ? operation.body
            : known.has(value.key) || operation.parameters.some((parameter) => parameter.name === value.key)
        )
          continue;
        report({
          at: value.keyPlace,
          message: `Operation ${operation.id} has no ${value.key === "body" ? "body" : `parameter ${value.key}`}.`,
        });
      }
      for (const parameter of operation.parameters) {
        if (
          !parameter.required ||
          parameter.item.get("default").exists ||
          input.get(parameter.item.key).exists ||
          input.get(parameter.name).exists
        )
          continue;
        report({
          at: input.exists ? input.keyPlace : item.keyPlace,
          message: `Test ${name} gives no value for the required parameter ${parameter.name}.`,
        });
      }
    },
  },
  examples: {
    bad: [
      `operations:
  get_item:
    parameters:
      id: { in: path, type: string, required: true }
    tests:
      known:
        input:
        ^^^^^ no value for the required parameter id
          key: 1
          ^^^ has no parameter key
`,
    ],
    good: [
      `operations:
  get_item:
    parameters:
      id: { in: path, type: string, required: true }
    body: { schema: { type: object } }
    tests:
      known:
        input: { id: 1, body: {} }
`,
    ],
  },
});
