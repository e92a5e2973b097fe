import { defineVersionRule } from "../rule.ts";

const before = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#112233" } }
`;
const after = `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#445566" } }
`;

export default defineVersionRule({
  id: "branding-changed",
  change: "connector.branding-changed",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The looks or the publisher of the connector changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["branding-changed"] },
    {
      before,
      after: `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#112233",
    "capabilities": ["actions"] } }
`,
      expect: ["connector-capability-added"],
    },
  ],
});
