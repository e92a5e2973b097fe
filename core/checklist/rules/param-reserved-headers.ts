import type { Operation, Parameter } from "../../model/connector.ts";
import { setMember } from "../../syntax/edits.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { parameterName, swaggerRoot } from "../swagger.ts";

const RESERVED = /^(?:authorization|content-type|accept)$/i;

/** The type that the operation sends or reads, where there is just one. */
function typeOf(operation: Operation, key: string): string | undefined {
  const own = operation.item.get(key);
  const types = (own.exists ? own : swaggerRoot(operation.connector).get(key)).strings();
  return types.length === 1 ? types[0] : undefined;
}

/** The value that is always right. Nobody knows one for the authorization, which has to go. */
function fixedValue({ name, item, operation }: Parameter): string | undefined {
  if (/^authorization$/i.test(name)) return undefined;
  const values = item.get("enum").strings();
  const value =
    item.get("default").string ??
    (values.length === 1 ? values[0] : typeOf(operation, /^accept$/i.test(name) ? "produces" : "consumes"));
  return value !== undefined && (!values.length || values.includes(value)) ? value : undefined;
}

function fixFor(parameter: Parameter): { fix: FixDraft } | undefined {
  const { item } = parameter;
  const value = fixedValue(parameter);
  // Members are added behind others, each at a place of its own; a shared parameter may have other values elsewhere.
  const known = ["name", "in", "type"].every((key) => item.get(key).exists);
  if (value === undefined || !known || parameter.use.node !== item.node || parameter.shared) return undefined;
  return {
    fix: {
      title: `Hide it and always send "${value}"`,
      edits: () => [
        ...setMember(item, "x-ms-visibility", "internal", "name"),
        ...setMember(item, "required", true, "in"),
        ...(item.get("default").string === value ? [] : setMember(item, "default", value, "type")),
      ],
    },
  };
}

export default defineRule({
  id: "param-reserved-headers",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "Nobody is asked for the headers Authorization, Content-Type and Accept.",
  why: "The connection sends the first and the platform the other two; makers cannot know what to enter there.",
  todo: "Remove the parameter. Where the service wants a certain value, hide it: internal, required, with a default.",
  source: "Microsoft Learn, swagger validator errors, section Parameters; using a webhook as a trigger",
  check: {
    parameter(parameter, { report }) {
      const { name, item, internal, operation } = parameter;
      if (parameter.in !== "header" || !RESERVED.test(name) || operation.internal) return;
      if (internal && item.get("default").exists) return;
      report({
        at: item.get("name").place,
        message: /^authorization$/i.test(name)
          ? `${parameterName(parameter)} is what the connection sends.`
          : `${parameterName(parameter)} is a header that the platform sends.`,
        ...fixFor(parameter),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "Authorization", "in": "header", "type": "string" },
                    ^^^^^^^^^^^^^^^ Parameter Authorization of ListItems is what the connection sends.
          {
            "name": "accept",
                    ^^^^^^^^ Parameter accept of ListItems is a header that the platform sends.
            "in": "header",
            "required": false,
            "type": "string",
            "default": "application/json"
          },
          { "name": "Content-Type", "in": "header", "type": "string", "x-ms-visibility": "internal" },
                    ^^^^^^^^^^^^^^ Parameter Content-Type of ListItems is a header that the platform sends.
          { "$ref": "#/parameters/Accept" }
        ]
      }
    }
  },
  "parameters": { "Accept": { "name": "Accept", "in": "header", "type": "string", "enum": ["text/plain"] } }
                                      ^^^^^^^^ Shared parameter Accept is a header that the platform sends.
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
          { "name": "Accept", "in": "header", "type": "string", "default": "text/plain", "x-ms-visibility": "internal" },
          { "name": "Accept-Language", "in": "header", "type": "string" },
          { "name": "accept", "in": "query", "type": "string" },
          { "name": "", "in": "header" }
        ]
      },
      "put": {
        "operationId": "PutItem",
        "x-ms-visibility": "internal",
        "parameters": [{ "name": "Accept", "in": "header", "type": "string" }]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "consumes": ["application/json"],
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "Authorization", "in": "header", "type": "string" },
          {
            "name": "accept",
            "x-ms-visibility": "internal",
            "in": "header",
            "required": true,
            "type": "string",
            "default": "application/json"
          },
          { "name": "Content-Type", "in": "header", "required": true, "type": "string", "default": "application/json", "x-ms-visibility": "internal" },
          { "$ref": "#/parameters/Accept" }
        ]
      }
    }
  },
  "parameters": { "Accept": { "name": "Accept", "in": "header", "type": "string", "enum": ["text/plain"] } }
}
`,
    ],
  },
});
