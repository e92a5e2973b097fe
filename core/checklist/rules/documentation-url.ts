import { defineRule } from "../rule.ts";

export default defineRule({
  id: "documentation-url",
  section: "overview",
  families: ["definition"],
  severity: "warning",
  since: "0.1.0",
  summary: "The overview links to the API documentation of the external system.",
  why: "Whoever has to repair a broken connection starts there.",
  todo: "Add `overview.documentation_url` with an absolute address.",
  source: "Publishing page, best practices",
  check: {
    connector({ root }, { report }) {
      const overview = root.get("overview");
      const url = overview.get("documentation_url");
      if (!overview.isObject || (url.string !== undefined && /^https?:\/\/\S+$/i.test(url.string))) return;
      report({
        at: url.place,
        message: url.exists
          ? "The documentation URL is no absolute address."
          : "The overview has no documentation_url.",
      });
    },
  },
  examples: {
    bad: [
      `overview:
^^^^^^^^ no documentation_url
  name: Weather
`,
      `overview:
  documentation_url: docs.example.com
                     ^^^^^^^^^^^^^^^^ no absolute address
`,
    ],
    good: [
      `overview:
  documentation_url: https://docs.example.com
`,
    ],
  },
});
