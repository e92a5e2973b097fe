import { setMember } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText, parameterPlace, swaggerRoot } from "../swagger.ts";

/** The path that a parameter stands under; empty for shared ones. */
function pathOf(item: Item): string {
  const owner = item.parent.parent;
  return owner.key.startsWith("/") ? owner.key : owner.parent.key.startsWith("/") ? owner.parent.key : "";
}

/** Where a parameter is sent, as far as the rest of it tells. */
function locationOf(item: Item): string {
  const name = item.get("name").string;
  if (item.get("schema").exists) return "body";
  return name && pathOf(item).includes(`{${name}}`) ? "path" : "query";
}

/** The type that default and enum show; text where they show nothing, because everything can be sent as text. */
function typeOf(item: Item): string {
  const shown = item.get("default").exists ? item.get("default") : item.get("enum").children()[0];
  if (item.get("items").exists) return "array";
  switch (shown?.kind) {
    case Kind.boolean:
      return "boolean";
    case Kind.number:
      return Number.isInteger(shown.number) ? "integer" : "number";
    default:
      return "string";
  }
}

const TYPED = ["path", "query", "header", "formData"];

export default defineRule({
  id: "param-complete",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every parameter has a name and a location, and all but the body a type.",
  why: "Without them the platform knows neither what to ask for nor where to send it, and the definition is refused.",
  todo: "Add `name`, `in` and `type`. A body has a `schema` instead of a type.",
  source: "Swagger 2.0, Parameter Object; schema of the definition",
  check: {
    part: {
      parameter(part, { connector, report }) {
        const { item } = part;
        if (item.get("$ref").exists) return;
        const lacksName = lacksText(item, "name");
        const lacksLocation = lacksText(item, "in");
        const location = item.get("in").string ?? "";
        // A schema in the wrong place is what another rule says; it holds the type.
        const lacksType = TYPED.includes(location) && !item.get("schema").exists && lacksText(item, "type");
        if (!lacksName && !lacksLocation && !lacksType) return;
        // Where a bracket is missing, objects of all kinds may seem to be parameters.
        if (!isComplete(swaggerRoot(connector))) return;
        const label = partLabel(part).replace(/^./, (letter) => letter.toUpperCase());
        if (lacksName) report({ at: parameterPlace(item, "name"), message: `${label} has no name.` });
        if (lacksLocation) {
          const value = locationOf(item);
          report({
            at: parameterPlace(item, "in"),
            message: `${label} does not say where it is sent.`,
            fix: { title: `Add "in": "${value}"`, edits: () => setMember(item, "in", value, "name") },
          });
        }
        if (!lacksType) return;
        const value = typeOf(item);
        report({
          at: parameterPlace(item, "type"),
          message: `${label} has no type.`,
          fix: { title: `Add "type": "${value}"`, edits: () => setMember(item, "type", value, "in") },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [{ "name": "id", "type": "string" }],
                               ^^^^ Parameter id does not say where it is sent.
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "top", "in": "query", "default": 10 },
                    ^^^^^ Parameter top has no type.
          { "name": " ", "in": "header", "type": "string" },
                    ^^^ The parameter has no name.
          { "in": "query", "type": "" }
          ^ The parameter has no name.
                                   ^^ The parameter has no type.
        ]
      }
    }
  },
  "parameters": { "Filter": { "name": "filter", "in": "query" } }
                                      ^^^^^^^^ Parameter filter has no type.
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
        "parameters": [
          { "$ref": "#/parameters/Top" },
          { "name": "body", "in": "body", "schema": { "type": "object" } },
          { "name": "q", "in": "query", "schema": { "type": "string" } },
          { "name": "kind", "in": "query", "type":  }
        ]
      }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "type": "integer" } }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "parameters": [{ "name": "top"
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {
      "parameters": [{ "name": "id", "in": "path", "type": "string" }],
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "top", "in": "query", "type": "integer", "default": 10 },
          { "name": " ", "in": "header", "type": "string" },
          { "in": "query", "type": "string" }
        ]
      }
    }
  },
  "parameters": { "Filter": { "name": "filter", "in": "query", "type": "string" } }
}
`,
    ],
  },
});
