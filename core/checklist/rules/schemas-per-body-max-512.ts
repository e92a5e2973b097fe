import { MOST_OF_ONE, unfoldedLabel, unfoldedPlace } from "../counting.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

/** Definitions that unfold to 2^(depth + 1) - 1 schemas, for examples that stay readable. */
const halves = (depth: number): string =>
  Array.from({ length: depth + 1 }, (_, level) => {
    const next = `{ "$ref": "#/definitions/Half${level + 1}" }`;
    return level === depth
      ? `"Half${level}": { "type": "string" }`
      : `"Half${level}": { "type": "object", "properties": { "left": ${next}, "right": ${next} } }`;
  }).join(",\n    ");

export default defineRule({
  id: "schemas-per-body-max-512",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `A body or a response unfolds to at most ${MOST_OF_ONE} schemas.`,
  why: "The designer lists every property and every item of a list, at any depth; the platform refuses more than that.",
  todo: "Leave out properties that nobody needs, or fetch the schema at run time with `x-ms-dynamic-properties`.",
  source: "Microsoft Learn, custom connector questions and answers; swagger validator errors",
  codes: ["BodySchemaCountExceedsMaxAllowed"],
  check: {
    unfolded({ operation, schemas }, { report }) {
      for (const unfolded of schemas) {
        if (unfolded.count <= MOST_OF_ONE) continue;
        report({
          at: unfoldedPlace(unfolded),
          message: `${unfoldedLabel(unfolded)} of ${operationName(operation)} unfolds to more than ${MOST_OF_ONE} schemas.`,
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
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Half0" } }],
                                                       ^^^^^^^^ The body of CreateItem unfolds to more than 512 schemas.
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Half0" } } }
                                                     ^^^^^^^^ Response 200 of CreateItem unfolds to more than 512 schemas.
      }
    }
  },
  "definitions": {
    ${halves(9)}
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Half0" } }],
        "responses": { "200": { "description": "OK", "schema": { "$ref": "#/definitions/Tree" } } }
      }
    }
  },
  "definitions": {
    "Tree": { "properties": { "a": { "$ref": "#/definitions/Tree" }, "b": { "$ref": "#/definitions/Tree" } } },
    ${halves(8)}
  }
}
`,
    ],
  },
});
