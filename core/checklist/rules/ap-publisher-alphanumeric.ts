import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

export default defineRule({
  id: "ap-publisher-alphanumeric",
  section: "publication",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The publisher is written with letters, digits and blanks.",
  why: "The documentation asks for it, and a name without other signs is found and sorted by everybody in the same way.",
  todo: "Leave out commas, dots and other signs if the name stays right without them.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    connector({ properties }, { report }) {
      const publisher = properties.get("publisher");
      const sign = /[^\p{L}\p{N} ]/u.exec(publisher.string ?? "");
      if (!sign) return;
      report({
        at: partPlace(publisher, sign.index, sign.index + sign[0].length),
        message: `The publisher has the sign "${sign[0]}" in it.`,
      });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso, Inc."
                         ^ The publisher has the sign "," in it.
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso Küche 24"
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": 1
  }
}
`,
    ],
  },
});
