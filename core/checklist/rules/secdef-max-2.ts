import { defineRule } from "../rule.ts";

const MAX = 2;

export default defineRule({
  id: "secdef-max-2",
  section: "auth",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `There are at most ${MAX} security definitions.`,
  why: "Connectors with more ways to sign in are hardly known, and makers would have to know which one is meant.",
  todo: "Keep the ways that people use. More kinds of connections are described in apiProperties.json as connectionParameterSets.",
  source: "Instructions for connectors in a public collection, at second hand",
  check: {
    member: {
      securityDefinitions({ part, value }, { report }) {
        if (part.name !== "document" || !value.isObject) return;
        const schemes = value.children();
        const first = schemes[MAX];
        if (!first) return;
        report({
          at: first.keyPlace,
          message: `There are ${schemes.length} security definitions; up to ${MAX} are usual.`,
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "key": { "type": "apiKey" },
    "basic": { "type": "basic" },
    "oauth": { "type": "oauth2" },
    ^^^^^^^ There are 4 security definitions; up to 2 are usual.
    "other": { "type": "basic" }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "securityDefinitions": { "key": { "type": "apiKey" }, "basic": { "type": "basic" } }
}
`,
    ],
  },
});
