import { MOST_OF_ALL } from "../counting.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

/** Definitions that unfold to 2^(depth + 1) - 1 schemas, for examples that stay readable. */
const halves = (depth: number): string =>
  Array.from({ length: depth + 1 }, (_, level) => {
    const next = `{ "$ref": "#/definitions/H${level + 1}" }`;
    return level === depth
      ? `"H${level}": { "type": "string" }`
      : `"H${level}": { "properties": { "left": ${next}, "right": ${next} } }`;
  }).join(",\n    ");

export default defineRule({
  id: "schemas-per-operation-max",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation unfolds to at most 16,384 schemas, inputs and responses together.",
  why: "Few definitions that refer to each other unfold to very many fields; the platform loads no operation beyond that.",
  todo: "Leave out properties that nobody needs, or fetch the schema at run time with `x-ms-dynamic-properties`.",
  source: "Microsoft Learn, custom connector questions and answers; swagger validator errors",
  codes: ["OperationSchemaCountExceedsMaxAllowed", "TotalSchemaCountExceedsMaxAllowed"],
  check: {
    unfolded({ operation, total }, { report }) {
      if (total > MOST_OF_ALL)
        report({
          at: operation.methodItem.keyPlace,
          message: `Operation ${operationName(operation)} unfolds to more than ${MOST_OF_ALL} schemas.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
      ^^^^^ Operation ListItems unfolds to more than 16384 schemas.
        "operationId": "ListItems",
        "responses": {
          "200": { "description": "OK", "schema": { "$ref": "#/definitions/H0" } },
          "206": { "description": "Part", "schema": { "$ref": "#/definitions/H0" } }
        }
      }
    }
  },
  "definitions": {
    ${halves(13)}
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/H1" } } }
      }
    }
  },
  "definitions": {
    ${halves(13)}
  }
}
`,
    ],
  },
});
