import type { Operation } from "../../model/connector.ts";
import { Shape } from "../../model/shape.ts";
import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";
import { hasVerb, startsWithVerb } from "../verbs.ts";

const FIRST_WORD = /^[^\s:]+/;
/** How triggers begin, also those that do not say yet that they are one. */
const EVENT = /^(?:when|on)$/i;
/** What is said of many although it begins as if it were of one. */
const MANY =
  /^(?:get|gets|retrieve|retrieves|fetch|fetches|return|returns)\s+(?:(?:an?|the)\s+)?(?:list\s+of\s+(?:(all)\s+)?|(all)\s+)(?:the\s+)?(.+)$/i;
const PLAIN = /^\p{L}+(?: \p{L}+){0,3}$/u;

/** The verb that the method says; for a POST only the author knows it. */
function verbOf({ method, responses }: Operation): string | undefined {
  if (method === "DELETE") return "Delete";
  if (method === "PATCH") return "Update";
  if (method !== "GET") return undefined;
  const success = responses.find((response) => response.success);
  return success && new Shape(success.schema).types[0] === "array" ? "List" : "Get";
}

/** The summary with the verb before it, where it is a short name of things and nothing else. */
function withVerb(text: string, operation: Operation): string | undefined {
  const verb = PLAIN.test(text) && !hasVerb(text) ? verbOf(operation) : undefined;
  return verb && `${verb} ${text.replace(/^\p{Lu}(?=\p{Ll}+(?: |$))/u, (letter) => letter.toLowerCase())}`;
}

export default defineRule({
  id: "op-summary-verb",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An action's summary begins with a verb: List for many things, Get for one.",
  why: "Makers look for what they want to do; actions that begin alike are found and understood without opening them.",
  todo: "Begin with List, Get, Create, Update, Delete, or another verb that says what happens.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    operation(operation, { report }) {
      const { summary, internal, trigger, notification, method } = operation;
      const text = summary.string?.trim() ?? "";
      const word = FIRST_WORD.exec(text)?.[0];
      // A trigger says when it happens; words that are joined are what another rule says.
      if (
        !word ||
        EVENT.test(word) ||
        internal ||
        trigger ||
        notification.exists ||
        (word === text && /\p{Ll}\p{Lu}|_/u.test(word))
      )
        return;
      const many = method === "GET" ? MANY.exec(text) : null;
      if (!many && startsWithVerb(text)) return;
      const better = many ? `List ${many[1] || many[2] ? "all " : ""}${many[3]}` : withVerb(text, operation);
      report({
        at: partPlace(summary, 0, word.length),
        message: many
          ? `The summary of ${operationName(operation)} begins with "${word}", but it gives a list.`
          : `The summary of ${operationName(operation)} does not begin with a verb.`,
        ...(better && {
          fix: { title: `Change the summary to "${better}"`, edits: () => setValue(summary, better) },
        }),
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
        "summary": "Overdue items",
                    ^^^^^^^ The summary of ListItems does not begin with a verb.
        "responses": { "200": { "schema": { "$ref": "#/definitions/Items" } } }
      },
      "post": { "operationId": "CreateItem", "summary": "New item" },
                                                         ^^^ The summary of CreateItem does not begin with a verb.
      "delete": { "operationId": "DeleteItem", "summary": "SQL item" }
                                                           ^^^ The summary of DeleteItem does not begin with a verb.
    },
    "/items/{id}": {
      "get": { "operationId": "GetItem", "summary": "Item details" },
                                                     ^^^^ The summary of GetItem does not begin with a verb.
      "patch": { "operationId": "UpdateItem", "summary": "Items: update" }
                                                          ^^^^^ The summary of UpdateItem does not begin with a verb.
    },
    "/all": { "get": { "operationId": "ListAll", "summary": "Get a list of all the items" } },
                                                             ^^^ The summary of ListAll begins with "Get", but it gives a list.
    "/users": { "get": { "operationId": "ListUsers", "summary": "Retrieve all users" } }
                                                                 ^^^^^^^^ The summary of ListUsers begins with "Retrieve", but it gives a list.
  },
  "definitions": { "Items": { "type": "array", "items": {} } }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "Gets items" },
      "post": { "operationId": "CreateItems", "summary": "Bulk create items" },
      "put": { "operationId": "Whatever", "summary": "Item", "x-ms-visibility": "internal" },
      "patch": { "operationId": "UpdateItem", "summary": "" },
      "delete": { "operationId": "DeleteItem", "summary": "DeleteItem" }
    },
    "/hooks": { "post": { "operationId": "OnItem", "summary": "When an item is created" } },
    "/poll": { "get": { "operationId": "NewItem", "summary": "New item", "x-ms-trigger": "batch" } },
    "/find": { "post": { "operationId": "FindItems", "summary": "Get all items" } },
    "/copies": { "get": { "operationId": "CopyItems", "summary": "Copies" } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List overdue items",
        "responses": { "200": { "schema": { "$ref": "#/definitions/Items" } } }
      },
      "post": { "operationId": "CreateItem", "summary": "New item" },
      "delete": { "operationId": "DeleteItem", "summary": "Delete SQL item" }
    },
    "/items/{id}": {
      "get": { "operationId": "GetItem", "summary": "Get item details" },
      "patch": { "operationId": "UpdateItem", "summary": "Items: update" }
    },
    "/all": { "get": { "operationId": "ListAll", "summary": "List all items" } },
    "/users": { "get": { "operationId": "ListUsers", "summary": "List all users" } }
  },
  "definitions": { "Items": { "type": "array", "items": {} } }
}
`,
    ],
  },
});
