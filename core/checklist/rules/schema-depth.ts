import { unfoldedLabel, unfoldedPlace } from "../counting.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const MAX = 15;

/** An object within an object, so many times. */
const nested = (levels: number): string =>
  levels > 1
    ? `{ "type": "object", "properties": { "level": ${nested(levels - 1)} } }`
    : '{ "type": "array", "items": { "$ref": "#/definitions/Item" } }';

export default defineRule({
  id: "schema-depth",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `Schemas stand within one another at most ${MAX} deep.`,
  why: "The platform refuses schemas that are too deep, without saying how deep they may be; published connectors go down to 14.",
  todo: "Leave out the innermost levels, describe them as plain objects, or let the service answer flatter.",
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["SchemaTooDeep"],
  check: {
    unfolded({ operation, schemas }, { report }) {
      for (const unfolded of schemas)
        if (unfolded.depth > MAX)
          report({
            at: unfoldedPlace(unfolded),
            message: `${unfoldedLabel(unfolded)} of ${operationName(operation)} is ${unfolded.depth} levels deep; up to ${MAX} are known to work.`,
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
        "operationId": "ListItems",
        "responses": { "200": { "schema": ${nested(MAX - 1)} } }
                                ^^^^^^^^ Response 200 of ListItems is 16 levels deep; up to 15 are known to work.
      }
    }
  },
  "definitions": { "Item": { "properties": { "id": { "type": "string" } } } }
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
        "responses": { "200": { "schema": ${nested(MAX - 1)} }, "default": { "schema": { "$ref": "#/definitions/Loop" } } }
      }
    }
  },
  "definitions": { "Item": { "type": "string" }, "Loop": { "properties": { "next": { "$ref": "#/definitions/Loop" } } } }
}
`,
    ],
  },
});
