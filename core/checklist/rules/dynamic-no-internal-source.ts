import { setValue } from "../../syntax/edits.ts";
import { callerOf, inDynamicCalls, passedBy } from "../dynamic.ts";
import { defineRule } from "../rule.ts";
import { meantBy } from "../schema-paths.ts";
import { isComplete, operationName } from "../swagger.ts";

export default defineRule({
  id: "dynamic-no-internal-source",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A dynamic list or schema takes its values from inputs that makers see.",
  why: "What is hidden has no value while a flow is made; the designer has nothing to pass on.",
  todo: "Write the default of the hidden input as a fixed value, or make the input visible.",
  source: "Microsoft Learn, swagger validator errors, section Parameters; extending an OpenAPI definition",
  codes: ["SourcePropertyInternal"],
  check: {
    member: inDynamicCalls(({ extension, call }, { connector, report }) => {
      const caller = callerOf(call, connector);
      if (!caller || !isComplete(call)) return;
      for (const { item, reference } of passedBy(call)) {
        const text = reference?.string;
        if (!reference || text === undefined) continue;
        const { parameter, property } = meantBy(text, caller);
        if (!(parameter ?? (property?.schema && property))?.internal) continue;
        const value = (parameter?.item ?? property?.schema ?? item).get("default");
        const fixed = reference.key === "parameterReference" ? { value: value.toData() } : value.toData();
        report({
          at: reference.place,
          message: `${extension} takes a value from "${text}", which makers of ${operationName(caller)} do not see.`,
          ...(value.scalar !== undefined &&
            value.scalar !== null && {
              fix: { title: `Pass the default ${JSON.stringify(value.scalar)}`, edits: () => setValue(item, fixed) },
            }),
        });
      }
    }),
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "version", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "api", "in": "query", "type": "string", "default": "2.0", "x-ms-visibility": "internal" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "meta": { "x-ms-visibility": "internal", "properties": { "version": { "type": "string" } } },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "version": { "parameter": "api" } } },
                                                                                                                  ^^^^^ x-ms-dynamic-values takes a value from "api", which makers of CreateItem do not see.
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "version": { "parameterReference": "api" } } }
                                                                                                                         ^^^^^ x-ms-dynamic-list takes a value from "api", which makers of CreateItem do not see.
                },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "version": { "parameterReference": "body/meta/version" } } }
                                                                                                                         ^^^^^^^^^^^^^^^^^^^ x-ms-dynamic-list takes a value from "body/meta/version", which makers of CreateItem do not see.
                }
              }
            }
          }
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
    "/boards": {
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "version", "in": "query", "type": "string" }] }
    },
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "api", "in": "query", "type": "string", "x-ms-visibility": "advanced" },
          {
            "name": "board",
            "in": "query",
            "type": "string",
            "x-ms-visibility": "internal",
            "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "version": { "parameter": "api" }, "top": "2.0" } },
            "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "version": { "parameterReference": "lost" } } }
          }
        ]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/boards": {
      "get": { "operationId": "ListBoards", "parameters": [{ "name": "version", "in": "query", "type": "string" }] }
    },
    "/items": {
      "post": {
        "operationId": "CreateItem",
        "parameters": [
          { "name": "api", "in": "query", "type": "string", "default": "2.0", "x-ms-visibility": "internal" },
          {
            "name": "body",
            "in": "body",
            "schema": {
              "properties": {
                "meta": { "x-ms-visibility": "internal", "properties": { "version": { "type": "string" } } },
                "board": {
                  "type": "string",
                  "x-ms-dynamic-values": { "operationId": "ListBoards", "parameters": { "version": "2.0" } },
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "version": {
                    "value": "2.0"
                  } } }
                },
                "other": {
                  "type": "string",
                  "x-ms-dynamic-list": { "operationId": "ListBoards", "parameters": { "version": { "parameterReference": "body/meta/version" } } }
                }
              }
            }
          }
        ]
      }
    }
  }
}
`,
    ],
  },
});
