import { setMember } from "../../syntax/edits.ts";
import { supportContact } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { lacks, memberPlace, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "contact-required",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition names a contact for support.",
  why: "Whoever uses the connector has to know whom to ask; the certification refuses a definition without `info.contact`.",
  todo: "Add `contact` to `info`, with name, url and email of your support.",
  source: "Microsoft Learn, preparing connector files for certification; logs of the certification validator",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const info = swaggerRoot(connector).get("info");
      if (!lacks(info, "contact")) return;
      report({
        at: memberPlace(info, "contact"),
        message: "The definition names no contact for support.",
        fix: {
          title: "Add a contact with name, url and email",
          edits: () => setMember(info, "contact", supportContact(connector)),
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": {
  ^^^^^^ The definition names no contact for support.
    "title": "Contoso",
    "version": "1.0"
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "contact": { "email": "help@contoso.com" } }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "contact":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "version": "1.0",
    "contact": {
      "name": "Contoso Support",
      "url": "https://example.com/support",
      "email": "support@example.com"
    }
  }
}
`,
    ],
  },
});
