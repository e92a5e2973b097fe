import { defineRule } from "../rule.ts";

export default defineRule({
  id: "auth-type-supported",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector signs in with OAuth 2 for a person, a key, a name and password, or not at all.",
  why: "Custom connectors have no client-credentials flow: there is nobody to sign in, and the connection cannot be made.",
  todo: "Use the flow accessCode, or another kind of authentication that the service offers.",
  source: "Microsoft Learn, custom connector questions and answers; connection parameters",
  check: {
    part: {
      securityScheme({ item }, { report }) {
        const flow = item.get("flow");
        if (item.get("type").string === "oauth2" && flow.string === "application")
          report({
            at: flow.place,
            message: `The security definition ${item.key} uses the client-credentials flow, which connectors do not have.`,
          });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "sign": { "type": "oauth2", "flow": "application", "tokenUrl": "https://example.com/token", "scopes": {} }
                                        ^^^^^^^^^^^^^ The security definition sign uses the client-credentials flow, which connectors do not have.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "sign": { "type": "oauth2", "flow": "accessCode" },
    "key": { "type": "apiKey", "flow": "application" }
  }
}
`,
    ],
  },
});
