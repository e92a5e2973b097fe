import type { Operation } from "../../model/connector.ts";
import { appendItem, insertMember, setMember } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";
import { CALLBACK } from "../webhooks.ts";

/** A property on the way to the callback address, and the schema that has to require it. */
interface Step {
  readonly owner: Item;
  readonly property: Item;
}

/** The way from the body to a callback address; `undefined` where it leads through lists, which require nothing. */
function wayTo(target: Item, { body, connector }: Operation): readonly Step[] | undefined {
  const seen = new Set<number>();
  const queue: { schema: Item; way: readonly Step[] }[] = body ? [{ schema: body.schema, way: [] }] : [];
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    const schema = connector.resolve(entry.schema);
    if (schema.node === target.node) return entry.way;
    if (!schema.isObject || seen.has(schema.node)) continue;
    seen.add(schema.node);
    for (const part of schema.get("allOf").children()) queue.push({ schema: part, way: entry.way });
    for (const property of schema.get("properties").children())
      queue.push({ schema: property, way: [...entry.way, { owner: schema, property }] });
  }
  return undefined;
}

export default defineRule({
  id: "webhook-url-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The callback address of a webhook is required, with everything that it stands in.",
  why: "What is not required may be left out of the call; then the service never learns whom to call back.",
  todo: "Set `required` to true on the body, and list the field, and each object around it, under `required` of the schema that has it.",
  source: "Microsoft Learn, swagger validator errors, section Webhooks",
  codes: ["NotificationUrlNotRequired"],
  check: {
    input: {
      [CALLBACK]({ operation, item }, { report }) {
        if (item.get(CALLBACK).boolean !== true) return;
        const { body, parameters } = operation;
        const name = operationName(operation);
        const owner = parameters.find((parameter) => parameter.item.node === item.node) ?? body;
        if (!owner) return;
        if (!owner.required && isComplete(owner.item))
          report({
            at: owner.item.get("required").exists ? owner.item.get("required").place : owner.item.get("name").place,
            message: `${owner === body ? "The body" : "The callback address"} of ${name} is not required.`,
            fix: { title: 'Set "required" to true', edits: () => setMember(owner.item, "required", true, "in") },
          });
        for (const { owner: schema, property } of owner === body ? (wayTo(item, operation) ?? []) : []) {
          const list = schema.get("required");
          if (list.strings().includes(property.key) || !isComplete(schema) || (list.exists && !isComplete(list)))
            continue;
          const what = property.get(CALLBACK).exists ? "the" : "which holds the";
          report({
            at: property.keyPlace,
            message: `${property.key}, ${what} callback address of ${name}, is not required.`,
            fix: {
              title: `Require "${property.key}"`,
              edits: () =>
                list.exists ? appendItem(list, property.key) : insertMember(schema, "required", [property.key], "type"),
            },
          });
        }
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "body", "in": "body", "schema": { "$ref": "#/definitions/Hook" } }]
                                 ^^^^^^ The body of OnTask is not required.
      }
    }
  },
  "definitions": {
    "Hook": {
      "type": "object",
      "required": ["event"],
      "properties": { "event": { "type": "string" }, "target": { "$ref": "#/definitions/Target" } }
                                                     ^^^^^^^^ target, which holds the callback address of OnTask, is not required.
    },
    "Target": { "type": "object", "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
                                                  ^^^^^ url, the callback address of OnTask, is not required.
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "url", "in": "query", "required": false, "type": "string", "x-ms-notification-url": true }]
                                                                   ^^^^^ The callback address of OnTask is not required.
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
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": { "required": ["url"], "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
          }
        ]
      },
      "put": {
        "operationId": "OnNone",
        "parameters": [{ "name": "url", "in": "query", "type": "string", "x-ms-notification-url": false }]
      }
    },
    "/lists": {
      "post": {
        "operationId": "OnList",
        "parameters": [
          {
            "name": "body",
            "in": "body",
            "required": true,
            "schema": { "type": "array", "items": { "properties": { "url": { "x-ms-notification-url": true } } } }
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
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "body", "in": "body", "required": true, "schema": { "$ref": "#/definitions/Hook" } }]
      }
    }
  },
  "definitions": {
    "Hook": {
      "type": "object",
      "required": ["event", "target"],
      "properties": { "event": { "type": "string" }, "target": { "$ref": "#/definitions/Target" } }
    },
    "Target": { "type": "object", "required": ["url"], "properties": { "url": { "type": "string", "x-ms-notification-url": true } } }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/hooks": {
      "post": {
        "operationId": "OnTask",
        "parameters": [{ "name": "url", "in": "query", "required": true, "type": "string", "x-ms-notification-url": true }]
      }
    }
  }
}
`,
    ],
  },
});
