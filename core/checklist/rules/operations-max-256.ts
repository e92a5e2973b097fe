import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";

const MAX = 256;

/** A path with all seven methods, for an example that stays readable. */
const path = (number: number): string => {
  const methods = ["get", "put", "post", "delete", "options", "head", "patch"];
  return `"/${number}": { ${methods.map((method) => `"${method}": {}`).join(", ")} }`;
};
const paths = (count: number): string => Array.from({ length: count }, (_, index) => path(index + 1)).join(",\n    ");

export default defineRule({
  id: "operations-max-256",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `The connector has at most ${MAX} operations.`,
  why: "The platform loads no more than that from one definition and refuses a larger one.",
  todo: "Leave out operations that nobody needs in a flow, or make two connectors of them.",
  source: "Microsoft Learn, custom connector questions and answers; swagger validator errors",
  codes: ["TotalOperationsCountExceedsMaxAllowed"],
  check: {
    connector(connector, { report }) {
      const { length } = connector.operations;
      if (length > MAX)
        report({
          at: swaggerRoot(connector).get("paths").keyPlace,
          message: `The connector has ${length} operations; ${MAX} are allowed.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
  ^^^^^^^ The connector has 259 operations; 256 are allowed.
    ${paths(37)}
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    ${paths(36)}
  }
}
`,
    ],
  },
});
