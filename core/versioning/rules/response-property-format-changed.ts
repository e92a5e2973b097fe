import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "size": { "type": "integer", "format": "int32" } }
            }
          }
        }
      }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "responses": {
          "200": {
            "description": "OK",
            "schema": {
              "type": "object",
              "properties": { "size": { "type": "integer", "format": "int64" } }
            }
          }
        }
      }
    }
  }
}
`;

export default defineVersionRule({
  id: "response-property-format-changed",
  change: "response-property.format-changed",
  families: ["powerplatform", "definition"],
  direction: "response",
  requires: "major",
  since: "0.1.0",
  summary: "The format of an output field changed: values of another form are expected.",
  why: "Steps that read the field may receive values that they were not built for.",
  breaks: "Expressions that read the old form.",
  todo: "Keep the promise of the last version, or publish a major version with a migration note.",
  witness: { step: "ticks(body('GetItem')?['since'])", before: "a moment", after: "fails: the text is no time" },
  official: {
    message:
      "The type format has been changed for the output field. Existing flows may be broken if they are using this field and actual payload has been changed.",
    valuePath: "operation/{operationId}/responses/{status}/schema/{field}/format",
  },
  message: (fact) => `The format of ${fact.entity} changed from ${fact.from ?? "none"} to ${fact.to ?? "none"}.`,
  examples: [
    { before, after, expect: ["response-property-format-changed"] },
    { before: after, after: before, expect: ["response-property-format-specialized"] },
  ],
});
