import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "a": { "type": "string", "uiDefinition": { "displayName": "Site" } }
    }
  }
}
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "a": { "type": "string", "uiDefinition": { "displayName": "Site name" } }
    }
  }
}
`;

export default defineVersionRule({
  id: "connection-parameter-display-changed",
  change: "connection-parameter.display-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The texts of a value of the connection changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `The texts of ${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["connection-parameter-display-changed"] },
    {
      before,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "a": { "type": "string", "uiDefinition": { "displayName": "Site", "constraints": { "required": "true" } } }
    }
  }
}
`,
      expect: ["connection-parameter-became-required"],
    },
  ],
});
