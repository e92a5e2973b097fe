import type { Parameter } from "../../model/connector.ts";
import { defineRule } from "../rule.ts";
import { memberPlace, operationName } from "../swagger.ts";

/** What a message says of a visibility. */
function shown({ visibility }: Parameter): string {
  return visibility === "none" ? "shown as usual" : visibility;
}

export default defineRule({
  id: "param-subscribe-fetch-same",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "What a trigger and the webhook that subscribes for it both take is of the same type and visibility.",
  why: "A maker enters the value once, and it is sent to both.",
  todo: "Describe the parameter in both operations in the same way, best by a reference to one that they share.",
  source: "Microsoft Learn, swagger validator errors, section Parameters",
  codes: ["ParamtersWithSameNameMustHaveSameTypeAndVisibility"],
  check: {
    operation(operation, { connector, report }) {
      const id = operation.item.get("x-ms-notification").get("operationId").string;
      const webhook = id ? connector.operation(id) : undefined;
      if (!webhook || webhook === operation) return;
      for (const parameter of operation.parameters) {
        const other = webhook.parameters.find(({ name }) => name === parameter.name);
        if (!parameter.name || !other || other.item.node === parameter.item.node) continue;
        const type = parameter.schema.get("type");
        const otherType = other.schema.get("type").string;
        if (type.string && otherType && type.string !== otherType)
          report({
            at: type.place,
            message: `Parameter ${parameter.name} is of type ${type.string} in ${operationName(operation)}, but ${otherType} in ${operationName(webhook)}.`,
          });
        if (parameter.visibility !== other.visibility)
          report({
            at: memberPlace(parameter.item, "x-ms-visibility"),
            message: `Parameter ${parameter.name} is ${shown(parameter)} in ${operationName(operation)}, but ${shown(other)} in ${operationName(webhook)}.`,
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
      "get": {
        "operationId": "WhenItemChanges",
        "x-ms-trigger": "batch",
        "x-ms-notification": { "operationId": "Subscribe" },
        "parameters": [
          { "name": "folder", "in": "query", "type": "integer", "x-ms-visibility": "advanced" },
                                                     ^^^^^^^^^ Parameter folder is of type integer in WhenItemChanges, but string in Subscribe.
          { "name": "owner", "in": "query", "type": "string", "x-ms-visibility": "internal" }
                                                                                 ^^^^^^^^^^ Parameter owner is internal in WhenItemChanges, but shown as usual in Subscribe.
        ]
      }
    },
    "/hooks": {
      "post": {
        "operationId": "Subscribe",
        "parameters": [
          { "name": "folder", "in": "query", "type": "string", "x-ms-visibility": "advanced" },
          { "name": "owner", "in": "header", "type": "string" }
        ]
      }
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
      "get": {
        "operationId": "WhenItemChanges",
        "x-ms-trigger": "batch",
        "x-ms-notification": { "operationId": "Subscribe" },
        "parameters": [
          { "name": "folder", "in": "query", "type": "string" },
          { "name": "", "in": "query", "type": "string" },
          { "name": "top", "in": "query", "type": "integer" },
          { "name": "kind", "in": "query", "type":  },
          { "$ref": "#/parameters/Owner" }
        ]
      },
      "put": { "operationId": "PutItems", "x-ms-notification": { "operationId": "Nothing" } }
    },
    "/hooks": {
      "post": {
        "operationId": "Subscribe",
        "parameters": [
          { "name": "folder", "in": "query", "type": "string" },
          { "name": "", "in": "query", "type": "integer" },
          { "name": "kind", "in": "query", "type": "string" },
          { "$ref": "#/parameters/Owner" }
        ]
      }
    }
  },
  "parameters": { "Owner": { "name": "owner", "in": "query", "type": "string" } }
}
`,
    ],
  },
});
