import { defineRule } from "../rule.ts";
import { lacks } from "../swagger.ts";

export default defineRule({
  id: "ap-multiauth-shape",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every way to sign in has a name, a label and its parameters.",
  why: "The owner of a connection chooses among the labels; one without parameters asks for nothing.",
  todo: "Give each of `values` a `name`, a `uiDefinition` with `displayName`, and `parameters`.",
  source: "Microsoft Learn, multiple ways to sign in",
  check: {
    connector({ properties }, { report }) {
      const sets = properties.get("connectionParameterSets");
      for (const set of sets.get("values").isArray ? sets.get("values").children() : []) {
        const name = set.get("name").string?.trim();
        const missing = ["name", "uiDefinition", "parameters"].filter((key) => lacks(set, key));
        if (!missing.length) continue;
        report({
          at: set.get("name").exists ? set.get("name").place : set.keyPlace,
          message: `${name ? `The way to sign in ${name}` : "A way to sign in"} has no ${missing.join(" and no ")}.`,
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameterSets": {
      "values": [{ "name": "basic", "parameters": {} }]
                           ^^^^^^^ The way to sign in basic has no uiDefinition.
    }
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameterSets": {
      "values": [{ "name": "basic", "uiDefinition": { "displayName": "Basic" }, "parameters": {} }]
    }
  }
}
`,
      `=== apiProperties.json ===
{ "properties": { "connectionParameterSets": { "values": [{ "name": "a",
`,
    ],
  },
});
