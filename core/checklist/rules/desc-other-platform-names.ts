import { setValue } from "../../syntax/edits.ts";
import { productsIn, withoutProducts } from "../products.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

/** The names that the certification refuses, which is what another rule says. */
const REFUSED = /^(?:power\s+apps|power\s+automate|logic\s+apps)$/i;

export default defineRule({
  id: "desc-other-platform-names",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The connector's description does without names such as Power Platform, Power BI and Copilot Studio.",
  why: "A connector works in all products of the platform, under whatever names these have; the guidelines ask for a description that names none.",
  todo: "Say what the connector does, not where: apps, workflows, reports, agents.",
  source: "Microsoft Learn, preparing connector files for certification; connector string guidance",
  when: "submission",
  check: {
    connector({ description }, { report }) {
      const text = description.string ?? "";
      const named = productsIn(text).find(({ name }) => !REFUSED.test(name));
      if (!named) return;
      const plain = withoutProducts(text);
      report({
        at: partPlace(description, named.from, named.to),
        message: `The description names "${named.name}", a product of the platform.`,
        ...(plain && {
          fix: { title: "Use general words instead of the names", edits: () => setValue(description, plain) },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "description": "Brings Contoso tasks to the Power Platform. Power BI and PowerApps can show them." }
                                                        ^^^^^^^^^^^^^^ The description names "Power Platform", a product of the platform.
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso tasks for your Microsoft Flow approvals." }
                                                   ^^^^^^^^^^^^^^ The description names "Microsoft Flow", a product of the platform.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Power BI", "description": "Brings Contoso tasks into Power Apps." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso reports how much power biomass gives, and how powerful platforms are." },
  "paths": { "/flows": { "get": { "description": "Lists flows of the Power Platform." } } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "description": "Brings Contoso tasks to apps and workflows. Reports and apps can show them." }
}
`,
      undefined,
    ],
  },
});
