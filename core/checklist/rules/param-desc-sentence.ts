import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isVisible, parameterName, partPlace } from "../swagger.ts";
import { asSentence, endsSentence } from "../wording.ts";

export default defineRule({
  id: "param-desc-sentence",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The description of a parameter is a sentence and ends as one.",
  why: "It is the help under the input, and looks cut off without an end.",
  todo: "End it with a full stop. A single word needs none.",
  source: "Microsoft Learn, connector string guidance; coding standards",
  check: {
    parameter(parameter, { report }) {
      const { description } = parameter;
      const text = description.string?.trimEnd();
      if (!text || endsSentence(text) || !/\S\s+\S/.test(text) || !isVisible(parameter)) return;
      const sentence = asSentence(text);
      report({
        at: partPlace(description, text.length - 1, text.length),
        message: `${parameterName(parameter)} has a description that does not end like a sentence.`,
        ...(sentence && {
          fix: { title: "Make it a sentence, with a full stop", edits: () => setValue(description, sentence) },
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
        "parameters": [
          { "name": "a", "in": "query", "description": "the id " },
                                                             ^ Parameter a of ListItems has a description that does not end like a sentence.
          { "name": "b", "in": "query", "description": "iPhone (or others):" },
                                                                          ^ Parameter b of ListItems has a description that does not end like a sentence.
          { "$ref": "#/parameters/Top" }
        ]
      },
      "post": { "operationId": "FindItems", "parameters": [{ "$ref": "#/parameters/Top" }] }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "description": "Number of items" } }
                                                                                       ^ Shared parameter top has a description that does not end like a sentence.
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
          { "name": "a", "in": "query", "description": "The id of an item." },
          { "name": "b", "in": "query", "description": "Identifier" },
          { "name": "c", "in": "query", "description": "the id", "x-ms-visibility": "internal" },
          { "name": "d", "in": "body", "description": "the body" },
          { "name": "e", "in": "query", "description":  }
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
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "description": "The id." },
          { "name": "b", "in": "query", "description": "iPhone (or others)." },
          { "$ref": "#/parameters/Top" }
        ]
      },
      "post": { "operationId": "FindItems", "parameters": [{ "$ref": "#/parameters/Top" }] }
    }
  },
  "parameters": { "Top": { "name": "top", "in": "query", "description": "Number of items." } }
}
`,
    ],
  },
});
