import { setMember, setValue } from "../../syntax/edits.ts";
import { INDEPENDENT_COLOUR } from "../profile.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace } from "../swagger.ts";
import { isEnvironmentVariable } from "../values.ts";

/** The colour that was meant, where only the number sign is missing or each part has one digit. */
function completed(text: string): string | undefined {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(text.trim())?.[1];
  if (!digits) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

export default defineRule({
  id: "ap-iconbrandcolor-required",
  section: "publication",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "apiProperties.json has a brand colour, written as #RRGGBB.",
  why: "The designer paints it behind the icon; without one, or with a name instead of a number, the connector is refused.",
  todo: `Set \`iconBrandColor\` to a number sign and six hexadecimal digits; independent publishers use ${INDEPENDENT_COLOUR}.`,
  source: "Schema of apiProperties.json; solution checker",
  check: {
    connector({ properties }, { profile, report }) {
      const colour = properties.get("iconBrandColor");
      const text = colour.string ?? "";
      if (/^#[0-9a-f]{6}$/i.test(text) || isEnvironmentVariable(text)) return;
      const absent = lacksText(properties, "iconBrandColor");
      if (!absent && !colour.isString) return;
      const value = profile === "independent" ? INDEPENDENT_COLOUR : completed(text);
      report({
        at: memberPlace(properties, "iconBrandColor"),
        message: absent
          ? "apiProperties.json has no brand colour."
          : `The brand colour "${text}" is not written as #RRGGBB.`,
        ...(value && {
          fix: {
            title: `Set iconBrandColor to "${value}"`,
            edits: () => (colour.exists ? setValue(colour, value) : setMember(properties, "iconBrandColor", value)),
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
  ^^^^^^^^^^^^ apiProperties.json has no brand colour.
    "publisher": "Contoso"
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "0A4B8C" }
                                    ^^^^^^^^ The brand colour "0A4B8C" is not written as #RRGGBB.
}
`,
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "orange" }
                                    ^^^^^^^^ The brand colour "orange" is not written as #RRGGBB.
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#da3b01" } }
`,
      `=== apiProperties.json ===
{ "properties": { "iconBrandColor":
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Opened without its properties" }
}
`,
    ],
    fixed: [
      undefined,
      `=== apiProperties.json ===
{
  "properties": { "iconBrandColor": "#0A4B8C" }
}
`,
      undefined,
    ],
  },
});
