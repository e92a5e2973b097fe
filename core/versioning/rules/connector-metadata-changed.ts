import { defineVersionRule } from "../rule.ts";

const before = `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;
const after = `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [{ "propertyName": "Website", "propertyValue": "https://a.example" }],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`;

export default defineVersionRule({
  id: "connector-metadata-changed",
  change: "connector.metadata-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "Website, privacy policy or categories changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["connector-metadata-changed"] },
    {
      before,
      after: `{
  "swagger": "2.0",
  "x-ms-connector-metadata": [  ],
  "paths": {
    "/items": { "get": { "operationId": "ListItems" } }
  }
}
`,
      expect: [],
    },
  ],
});
