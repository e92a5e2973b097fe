import { Shape } from "../../model/shape.ts";
import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const KEY = "x-ms-trigger";

/** Whether a schema is a list or an object with a list in it; unknown where it does not say what it is. */
function holdsList(schema: Shape): { readonly bare: boolean; readonly any: boolean } | undefined {
  const [type] = schema.types;
  if (type === "array") return { bare: true, any: true };
  if (type !== undefined && type !== "object") return undefined;
  const properties = [...schema.properties.values()].map((property) => new Shape(property));
  // An object that is not described may hold anything.
  if (!properties.length || properties.some(({ types, item }) => !types.length || !item.exists)) return undefined;
  return { bare: false, any: properties.some(({ types }) => types[0] === "array" || types[0] === "object") };
}

export default defineRule({
  id: "trigger-shape",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A trigger that gives many things answers with a list, one that gives a single thing does not.",
  why: "A flow runs once for each item of a batch; where there is no list it runs for nothing, and a list in a single trigger is taken for one thing.",
  todo: `Set ${KEY} to batch where the response is a list or holds one, and to single otherwise.`,
  source: "Microsoft Learn, extending an OpenAPI definition",
  check: {
    operation(operation, { report }) {
      const { trigger, notification, responses, item } = operation;
      if (trigger !== "batch" && trigger !== "single") return;
      const success = responses.find((response) => response.success);
      const schema = notification.exists ? notification.get("schema") : success?.schema;
      const found = schema?.exists ? holdsList(new Shape(schema)) : undefined;
      if (!found || (trigger === "batch" ? found.any : !found.bare)) return;
      const other = trigger === "batch" ? "single" : "batch";
      report({
        at: item.get(KEY).place,
        message: `${operationName(operation)} is a ${trigger} trigger, but gives ${trigger === "batch" ? "no list" : "a list"}.`,
        fix: { title: `Replace it by "${other}"`, edits: () => setValue(item.get(KEY), other) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "operationId": "OnOrders",
        "x-ms-trigger": "single",
                        ^^^^^^^^ OnOrders is a single trigger, but gives a list.
        "responses": { "200": { "schema": { "type": "array", "items": { "type": "object" } } } }
      }
    },
    "/order": {
      "get": {
        "operationId": "OnOrder",
        "x-ms-trigger": "batch",
                        ^^^^^^^ OnOrder is a batch trigger, but gives no list.
        "responses": { "200": { "schema": { "type": "object", "properties": { "id": { "type": "string" } } } } }
      }
    },
    "/hooks": {
      "x-ms-notification-content": { "schema": { "$ref": "#/definitions/Order" } },
      "post": { "operationId": "OnOrderHook", "x-ms-trigger": "batch", "responses": { "201": { "description": "OK" } } }
                                                              ^^^^^^^ OnOrderHook is a batch trigger, but gives no list.
    }
  },
  "definitions": { "Order": { "type": "object", "properties": { "id": { "type": "string" } } } }
}
`,
    ],
    good: [
      `
  "swagger": "2.0",
  "paths": 
    "/orders": 
      "get": 
        "operationId": "OnOrders",
        "x-ms-trigger": "batch",
        "responses": "200": "schema": "properties": "value": "type": "array", "items": ,
      "put": "operationId": "OnAny", "x-ms-trigger": "batch", "responses": "200": "schema": "type": "object" ,
      "post": "operationId": "OnNone", "x-ms-trigger": "batch", "responses": "200": "description": "OK" ,
      "patch": 
        "operationId": "OnOne",
        "x-ms-trigger": "single",
        "responses": "200": "schema": "properties": "parts": "type": "array", "items": ,
      "delete": "operationId": "OnHalf", "x-ms-trigger": , "responses": "200": "schema": "type": "array" 
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/orders": {
      "get": {
        "operationId": "OnOrders",
        "x-ms-trigger": "batch",
        "responses": { "200": { "schema": { "type": "array", "items": { "type": "object" } } } }
      }
    },
    "/order": {
      "get": {
        "operationId": "OnOrder",
        "x-ms-trigger": "single",
        "responses": { "200": { "schema": { "type": "object", "properties": { "id": { "type": "string" } } } } }
      }
    },
    "/hooks": {
      "x-ms-notification-content": { "schema": { "$ref": "#/definitions/Order" } },
      "post": { "operationId": "OnOrderHook", "x-ms-trigger": "single", "responses": { "201": { "description": "OK" } } }
    }
  },
  "definitions": { "Order": { "type": "object", "properties": { "id": { "type": "string" } } } }
}
`,
    ],
  },
});
