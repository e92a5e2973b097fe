import { slugify } from "../../model/base.ts";
import { setMember, setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "slug-format",
  section: "overview",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The slug is made of lower-case words joined by hyphens, at most 50 characters.",
  why: "It stands in URLs, references and API calls, and can never change once the connector is published.",
  todo: "Write it like `vin-decoder`.",
  source: "Creating connectors: slug",
  check: {
    connector({ root, title }, { report }) {
      const overview = root.get("overview");
      if (!overview.isObject) return;
      const slug = overview.get("slug");
      if (slug.exists && slug.kind === Kind.missing)
        return report({ at: slug.keyPlace, message: "The slug is empty." });
      if (slug.string !== undefined && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug.string) && slug.string.length <= 50) return;
      const proposal = slugify(String(slug.scalar ?? title.string ?? ""));
      report({
        at: slug.place,
        message: slug.exists ? `"${String(slug.scalar ?? "")}" cannot be a slug.` : "The overview has no slug.",
        ...(proposal && {
          fix: {
            title: `Set the slug to ${proposal}`,
            edits: () => (slug.exists ? setValue(slug, proposal) : setMember(overview, "slug", proposal, "name")),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `overview:
  name: Weather
  slug: My Weather
        ^^^^^^^^^^ cannot be a slug
`,
      `overview:
^^^^^^^^ no slug
  name: Big Weather
  type: General
`,
    ],
    good: [
      `overview:
  slug: weather-2
`,
    ],
    fixed: [
      `overview:
  name: Weather
  slug: my-weather
`,
      `overview:
  name: Big Weather
  slug: big-weather
  type: General
`,
    ],
  },
});
