import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "base-url-valid",
  section: "overview",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The base URL is absolute, uses https and ends without a slash, query or fragment.",
  why: "Every path is appended to it; a slash too many or a query breaks every call, and http sends credentials in clear text.",
  todo: "Write it like `https://api.example.com/v2`.",
  source: "Creating connectors: base URL",
  check: {
    connector({ server: { hostItem } }, { report }) {
      const url = hostItem.string;
      if (!url) return;
      const fixed = url.replace(/[?#].*$/, "").replace(/\/+$/, "");
      if (!/^https?:\/\/[^\s/?#]+/i.test(url))
        return report({ at: hostItem.place, message: `"${url}" is no absolute address.` });
      if (fixed !== url)
        report({
          at: hostItem.place,
          message: "The base URL ends with a slash, a query or a fragment.",
          fix: { title: `Set it to ${fixed}`, edits: () => setValue(hostItem, fixed) },
        });
      else if (/^http:/i.test(url)) {
        const secure = url.replace(/^http:/i, "https:");
        report({
          at: hostItem.place,
          severity: "warning",
          message: "The base URL is not encrypted.",
          fix: { title: `Set it to ${secure}`, edits: () => setValue(hostItem, secure) },
        });
      }
    },
  },
  examples: {
    bad: [
      `overview:
  base_url: https://api.example.com/v2/
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ends with a slash
`,
      `overview:
  base_url: http://api.example.com
            ^^^^^^^^^^^^^^^^^^^^^^ not encrypted
`,
      `overview:
  base_url: api.example.com
            ^^^^^^^^^^^^^^^ no absolute address
`,
    ],
    good: [
      `overview:
  base_url: https://api.example.com/v2
`,
    ],
    fixed: [
      `overview:
  base_url: https://api.example.com/v2
`,
      `overview:
  base_url: https://api.example.com
`,
      undefined,
    ],
  },
});
