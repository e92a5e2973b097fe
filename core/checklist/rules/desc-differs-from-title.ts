import { defineRule } from "../rule.ts";
import { saysSame } from "../wording.ts";

export default defineRule({
  id: "desc-differs-from-title",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The connector's description says more than its title.",
  why: "Both stand next to each other in the catalogue; a description that only repeats the name helps nobody to choose.",
  todo: "Say in one or two sentences what the service does and what people can do with the connector.",
  source: "Microsoft Learn, connector string guidance; schema of the definition",
  check: {
    connector({ title, description }, { report }) {
      if (saysSame(title.string ?? "", description.string ?? ""))
        report({ at: description.place, message: "The description only repeats the title." });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks", "description": "Contoso tasks." }
                                                     ^^^^^^^^^^^^^^^^ The description only repeats the title.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso Tasks", "description": "Contoso Tasks plans and tracks your work." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "", "description": "" }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": 1, "description": 1 }
}
`,
    ],
  },
});
