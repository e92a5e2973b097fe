import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";
import { valueKind } from "../values.ts";

export default defineRule({
  id: "swagger-json-valid",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition is one JSON object.",
  why: "Everything that a definition says stands in this object; of a list or a text nothing can be read.",
  todo: "Let the file begin with `{` and end with `}`. What is not JSON at all, such as comments and commas too many, is reported where it stands.",
  source: "Solution checker of Power Platform; Swagger 2.0",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      if (!root.exists || root.isObject || root.kind === Kind.missing) return;
      report({ at: root.place, message: `The definition has to be an object, but is ${valueKind(root)}.` });
    },
  },
  examples: {
    bad: [
      `[{ "swagger": "2.0" }]
^ The definition has to be an object, but is a list.
`,
      `"swagger"
^^^^^^^^^ The definition has to be an object, but is text.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
`,
      `{`,
      `=== apiDefinition.swagger.json ===

`,
    ],
  },
});
