import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace } from "../swagger.ts";

export default defineRule({
  id: "ap-stackowner-required",
  section: "publication",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "apiProperties.json names the owner of the service.",
  why: "Reviewers ask who owns the backend before anything else, because that company has to agree.",
  todo: "Add `stackOwner` to `properties`: the company that owns the service behind the connector.",
  source: "Microsoft Learn, preparing connector files for certification; reviews in the connectors repository",
  when: "submission",
  check: {
    connector({ properties }, { profile, report }) {
      if (!lacksText(properties, "stackOwner")) return;
      const publisher = properties.get("publisher").string?.trim();
      report({
        at: memberPlace(properties, "stackOwner"),
        message: "apiProperties.json does not say who owns the service.",
        // Independent publishers are never the owners themselves.
        ...(publisher &&
          profile !== "independent" && {
            fix: {
              title: `Add "stackOwner": "${publisher}"`,
              edits: () => setMember(properties, "stackOwner", publisher, "publisher"),
            },
          }),
      });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
  ^^^^^^^^^^^^ apiProperties.json does not say who owns the service.
    "publisher": "Contoso"
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": { "stackOwner": " " }
                                ^^^ does not say who owns
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "stackOwner": "Contoso"
  }
}
`,
      `=== apiProperties.json ===
{ "properties": { "stackOwner":
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso",
    "stackOwner": "Contoso"
  }
}
`,
      undefined,
    ],
  },
});
