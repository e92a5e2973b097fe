import { defineRule } from "../rule.ts";

const REFUSED: Readonly<Record<string, string>> = { "#ffffff": "white", "#007ee5": "the default colour" };

export default defineRule({
  id: "ap-iconbrandcolor-forbidden",
  section: "publication",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The brand colour of a certified connector is neither white nor the default.",
  why: "The colour lies behind the icon; white makes it invisible and the default says nothing about the brand. Both are refused.",
  todo: "Set `iconBrandColor` to a colour of the brand that contrasts with the icon.",
  source: "Checklist of pull requests of the connectors repository; solution checker",
  profiles: ["certified"],
  when: "submission",
  check: {
    connector({ properties }, { report }) {
      const colour = properties.get("iconBrandColor");
      const name = REFUSED[colour.string?.trim().toLowerCase() ?? ""];
      if (name) report({ at: colour.place, message: `The brand colour ${colour.string} is ${name}.` });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "#007EE5" }
                                    ^^^^^^^^^ The brand colour #007EE5 is the default colour.
}
`,
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "#ffffff" }
                                    ^^^^^^^^^ The brand colour #ffffff is white.
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#0A4B8C" } }
`,
      `=== apiProperties.json ===
{ "properties": { "publisher": "Contoso" } }
`,
    ],
  },
});
