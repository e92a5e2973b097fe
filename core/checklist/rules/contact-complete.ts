import { insertMembers, setValue } from "../../syntax/edits.ts";
import { supportContact } from "../metadata.ts";
import { defineRule } from "../rule.ts";
import { lacksText, swaggerRoot } from "../swagger.ts";

const MEMBERS = ["name", "url", "email"] as const;

export default defineRule({
  id: "contact-complete",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The contact has a name, an address of the web and an email.",
  why: "Whoever uses the connector chooses the way to ask for help; the certification expects all three.",
  todo: "Add what is missing to `info.contact`, each once, for your support and not for a person.",
  source: "Microsoft Learn, preparing connector files for certification; templates of the repository",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const contact = swaggerRoot(connector).path("info", "contact");
      const missing = contact.isObject ? MEMBERS.filter((key) => lacksText(contact, key)) : [];
      if (!missing.length) return;
      const given = missing.filter((key) => contact.get(key).exists);
      report({
        at: given[0] && given.length === missing.length ? contact.get(given[0]).place : contact.keyPlace,
        message: `The contact has no ${missing.join(" and no ")}.`,
        fix: {
          title: `Add ${missing.join(" and ")}`,
          edits: () => {
            const values = supportContact(connector);
            const lacking = missing.filter((key) => !contact.get(key).exists).map((key) => [key, values[key]]);
            if (!contact.children().length) return setValue(contact, values);
            return [
              ...given.flatMap((key) => setValue(contact.get(key), values[key])),
              ...insertMembers(contact, Object.fromEntries(lacking)),
            ];
          },
        },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "contact": {
    ^^^^^^^^^ The contact has no name and no email.
      "url": "https://www.contoso.com/help"
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "contact": { "name": "Contoso", "url": " ", "email": "help@contoso.com" } }
                                                                       ^^^ The contact has no url.
}
`,
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "contact": {}
    ^^^^^^^^^ The contact has no name and no url and no email.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "contact": { "name": "Contoso", "url": "https://contoso.com", "email": "help@contoso.com" }
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "contact": { "name": "Contoso", "url":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
    "contact": {
      "url": "https://www.contoso.com/help",
      "name": "Contoso Support",
      "email": "support@contoso.com"
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "contact": { "name": "Contoso", "url": "https://example.com/support", "email": "help@contoso.com" } }
}
`,
      `{
  "swagger": "2.0",
  "info": {
    "title": "Contoso",
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
