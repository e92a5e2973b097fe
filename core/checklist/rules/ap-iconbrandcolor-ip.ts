import { setValue } from "../../syntax/edits.ts";
import { INDEPENDENT_COLOUR } from "../profile.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-iconbrandcolor-ip",
  section: "publication",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `Connectors of independent publishers have the brand colour ${INDEPENDENT_COLOUR}.`,
  why: "People recognise by it that a connector does not come from the maker of the service.",
  todo: `Set \`iconBrandColor\` to ${INDEPENDENT_COLOUR}.`,
  source: "Read-me and templates of the connectors repository",
  profiles: ["independent"],
  when: "submission",
  check: {
    connector({ properties }, { report }) {
      const colour = properties.get("iconBrandColor");
      const text = colour.string ?? "";
      // Anything that is no colour at all is the finding of another rule.
      if (!/^#[0-9a-f]{6}$/i.test(text) || text.toLowerCase() === INDEPENDENT_COLOUR) return;
      report({
        at: colour.place,
        message: `The brand colour is ${text}, but independent publishers use ${INDEPENDENT_COLOUR}.`,
        fix: {
          title: `Set iconBrandColor to "${INDEPENDENT_COLOUR}"`,
          edits: () => setValue(colour, INDEPENDENT_COLOUR),
        },
      });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "#0A4B8C" }
                                    ^^^^^^^^^ The brand colour is #0A4B8C, but independent publishers use #da3b01.
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#DA3B01" } }
`,
      `=== apiProperties.json ===
{ "properties": { "publisher": "Ada Lovelace" } }
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "#da3b01" }
}
`,
    ],
  },
});
