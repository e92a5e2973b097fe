import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace } from "../swagger.ts";

export default defineRule({
  id: "ap-publisher-required",
  section: "publication",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "apiProperties.json names the publisher.",
  why: "The catalogue shows who made the connector and who answers for it.",
  todo: "Add `publisher` to `properties`: the full name of the company, or of the person who publishes independently.",
  source: "Microsoft Learn, preparing connector files for certification; templates of the connectors repository",
  when: "submission",
  check: {
    connector({ properties }, { report }) {
      if (!lacksText(properties, "publisher")) return;
      const owner = properties.get("stackOwner").string?.trim();
      report({
        at: memberPlace(properties, "publisher"),
        message: "apiProperties.json names no publisher.",
        ...(owner && {
          fix: { title: `Add "publisher": "${owner}"`, edits: () => setMember(properties, "publisher", owner) },
        }),
      });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
  ^^^^^^^^^^^^ apiProperties.json names no publisher.
    "iconBrandColor": "#0A4B8C",
    "stackOwner": "Contoso Ltd."
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": { "publisher": "" }
                               ^^ apiProperties.json names no publisher.
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{ "properties": { "publisher": "Contoso Ltd.", "stackOwner": "Contoso Ltd." } }
`,
      `=== apiProperties.json ===
{ "properties": { "publisher":
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Opened without its properties" }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "iconBrandColor": "#0A4B8C",
    "stackOwner": "Contoso Ltd.",
    "publisher": "Contoso Ltd."
  }
}
`,
      undefined,
    ],
  },
});
