import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";
import { isEnvironmentVariable } from "../values.ts";

const EMAIL = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;

/** The address that was meant, where something stands around it that belongs to a link or a sentence. */
function bare(text: string): string | undefined {
  const inner = text
    .replace(/^.*<(.*)>.*$/, "$1")
    .replace(/^mailto:/i, "")
    .replace(/[\s.,;]+$/, "")
    .trim();
  return EMAIL.test(inner) ? inner : undefined;
}

export default defineRule({
  id: "contact-email-valid",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The contact's email is a valid address in ASCII characters.",
  why: "Whoever has a problem with the connector writes there; the validator refuses anything that is no address.",
  todo: "Write one address such as `support@example.com`. The address of a form belongs into `url`.",
  source: "Microsoft Learn, swagger validator errors, section Properties; schema of the definition",
  codes: ["ContactEmailNotValid"],
  check: {
    connector(connector, { report }) {
      const email = swaggerRoot(connector).path("info", "contact", "email");
      const text = email.string ?? "";
      // An empty one counts as not given, which another rule says.
      if (!text.trim() || EMAIL.test(text) || isEnvironmentVariable(text)) return;
      const meant = bare(text);
      report({
        at: email.place,
        message: `"${text}" is no valid email address.`,
        ...(meant && { fix: { title: `Set the email to "${meant}"`, edits: () => setValue(email, meant) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "name": "Support", "email": "mailto:help@example.com" } }
                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ "mailto:help@example.com" is no valid email address.
}
`,
      `{
  "swagger": "2.0",
  "info": { "contact": { "name": "Support", "email": "help at example" } }
                                                     ^^^^^^^^^^^^^^^^^ "help at example" is no valid email address.
}
`,
      `{
  "swagger": "2.0",
  "info": { "contact": { "email": "Items Support <help@example.com>" } }
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ "Items Support <help@example.com>" is no valid email address.
}
`,
      `{
  "swagger": "2.0",
  "info": { "contact": { "email": "größe@example.com" } }
                                  ^^^^^^^^^^^^^^^^^^^ "größe@example.com" is no valid email address.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "email": "help.desk+items@support.example-shop.com" } }
}
`,
      `{
  "swagger": "2.0",
  "info": { "contact": { "email": "" } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "contact": { "name": "Support", "email": "help@example.com" } }
}
`,
      undefined,
      `{
  "swagger": "2.0",
  "info": { "contact": { "email": "help@example.com" } }
}
`,
      undefined,
    ],
  },
});
