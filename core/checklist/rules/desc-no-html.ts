import { setValue } from "../../syntax/edits.ts";
import { tagIn, withoutTags } from "../markup.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

export default defineRule({
  id: "desc-no-html",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The connector's description is plain text without HTML.",
  why: "The catalogue shows it as it is written, tags included.",
  todo: "Remove the tags and keep the words.",
  source: "Guides of connector authors; the catalogue itself",
  check: {
    connector({ description }, { report }) {
      const text = description.string ?? "";
      const tag = tagIn(text);
      if (!tag) return;
      const plain = withoutTags(text);
      report({
        at: partPlace(description, tag.at, tag.at + tag.text.length),
        message: `The description contains HTML: ${tag.text}`,
        ...(plain && { fix: { title: "Remove the tags", edits: () => setValue(description, plain) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "description": "<p>Contoso plans your <b>tasks</b>.<br/>And tracks them .</p>" }
                            ^^^ The description contains HTML: <p>
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "description": "Works if 1 < 2, with <your domain> and with a <task>." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "A <b" }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso plans your tasks. And tracks them." }
}
`,
    ],
  },
});
