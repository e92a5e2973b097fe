import { defineRule } from "../rule.ts";

export default defineRule({
  id: "overview-complete",
  section: "overview",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The overview gives a name, a description, a base URL and an icon.",
  why: "People choose a connector in the catalogue by these four; without the base URL nothing can be called.",
  todo: "Fill in the missing field under `overview`.",
  source: "Publishing page, pre-publication checklist: overview complete",
  check: {
    connector({ root }, { report }) {
      const overview = root.get("overview");
      if (!root.isObject) return;
      if (!overview.exists) return report({ at: overview.place, message: "The connector has no overview." });
      for (const key of ["name", "description", "base_url", "icon"]) {
        const item = overview.get(key);
        if (item.string?.trim()) continue;
        report({ at: item.exists ? item.keyPlace : overview.keyPlace, message: `The overview has no ${key}.` });
      }
    },
  },
  examples: {
    bad: [
      `format_version: 1
^^^^^^^^^^^^^^^^^ has no overview
`,
      `overview:
^^^^^^^^ has no description
^^^^^^^^ has no icon
  name: Weather
  base_url: ""
  ^^^^^^^^ has no base_url
`,
    ],
    good: [
      `overview:
  name: Weather
  description: Current weather by city.
  base_url: https://api.weather.example
  icon: ./icon.svg
`,
    ],
  },
});
