import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

export default defineRule({
  id: "ap-auth-consistent",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "What is asked for in a connection is what the definition signs in with.",
  why: "A sign-in that only one of the two files knows is never used, and calls go out without it.",
  todo: "Add the missing side: a connection parameter in apiProperties.json, or a security definition in the definition.",
  source: "Microsoft Learn, connection parameters",
  check: {
    connector({ properties, securitySchemes, main }, { report }) {
      // Opened alone, or without parameters of its own: nothing to compare.
      if (main.role === "properties" || !properties.isObject || !isComplete(properties)) return;
      const parameters = connectionParameters(properties);
      const types = securitySchemes.map(({ type }) => type.toLowerCase());
      const sign = parameters.find((item) => item.get("oAuthSettings").isObject);
      if (sign && securitySchemes.length && !types.includes("oauth2"))
        report({
          at: sign.keyPlace,
          message: `${sign.key} signs in with OAuth, but the definition has no security definition of the type oauth2.`,
        });
      const [first] = securitySchemes;
      if (
        first &&
        !parameters.length &&
        !properties.get("connectionParameters").exists &&
        !properties.get("connectionParameterSets").exists
      )
        report({
          at: properties.keyPlace,
          message: `The definition signs in with ${first.name}, but no connection parameter asks for it.`,
        });
      const scheme = securitySchemes.find(({ type }) => type.toLowerCase() === "oauth2");
      if (scheme && parameters.length && !sign)
        report({
          at: scheme.item.keyPlace,
          message: `The definition signs in with OAuth, but apiProperties.json has no connection parameter with oAuthSettings.`,
        });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0", "securityDefinitions": { "key": { "type": "apiKey" } } }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": {} }
      ^^^^^^^ token signs in with OAuth, but the definition has no security definition of the type oauth2.
    }
  }
}
`,
      `{ "swagger": "2.0", "securityDefinitions": { "oauth": { "type": "oauth2" } } }
                                             ^^^^^^^ The definition signs in with OAuth, but apiProperties.json has no connection parameter with oAuthSettings.
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "key": { "type": "securestring" }
    }
  }
}
`,
      `{ "swagger": "2.0", "securityDefinitions": { "key": { "type": "apiKey" } } }
=== apiProperties.json ===
{
  "properties": { "publisher": "A" }
  ^^^^^^^^^^^^ The definition signs in with key, but no connection parameter asks for it.
}
`,
    ],
    good: [
      `{ "swagger": "2.0", "securityDefinitions": { "oauth": { "type": "oauth2" } } }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": {} }
    }
  }
}
`,
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": {} }
    }
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "type": "oauthSetting", "oAuthSettings": {} }
    }
  }
}
`,
    ],
  },
});
