import { remove, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "schemes-https",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The service is called by https, and not by http.",
  why: "With http, keys and data travel readable for everybody on the way.",
  todo: 'Write `"schemes": ["https"]`. Where a service really has no https, leave the warning.',
  source: "Guides of connector authors; practice of published connectors",
  check: {
    member: {
      schemes({ part, value: list }, { report }) {
        if ((part.name !== "document" && part.name !== "operation") || !list.isArray) return;
        const schemes = list.children();
        const http = schemes.find(({ string }) => string === "http");
        if (!http) return;
        const both = schemes.some(({ string }) => string === "https");
        report({
          at: http.place,
          message: both
            ? "The service can be called by http, although it has https."
            : "The service is called by http, which nobody should send keys and data by.",
          fix: both
            ? { title: 'Remove "http"', edits: () => remove(http) }
            : { title: 'Replace it by "https"', edits: () => setValue(http, "https") },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "schemes": ["http"],
              ^^^^^^ The service is called by http, which nobody should send keys and data by.
  "paths": { "/items": { "get": { "schemes": ["https", "http"] } } }
                                                       ^^^^^^ The service can be called by http, although it has https.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "schemes": ["https"],
  "paths": { "/items": { "get": { "schemes": ["HTTP", "wss", ] } } }
}
`,
      `{
  "swagger": "2.0",
  "schemes": []
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "schemes": ["https"],
  "paths": { "/items": { "get": { "schemes": ["https"] } } }
}
`,
    ],
  },
});
