import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { wholeSentences } from "../wording.ts";

const MIN = 30;
const MAX = 500;

export default defineRule({
  id: "desc-length-30-500",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector's description has between 30 and 500 characters.",
  why: "A shorter one tells nobody what the connector is for, a longer one does not fit the catalogue; the certification refuses both.",
  todo: "Say in one or two sentences what the service does and what people can do with the connector.",
  source: "Microsoft Learn, preparing connector files for certification; logs of the certification validator",
  codes: ["FieldLengthNotInRange"],
  when: "submission",
  check: {
    connector({ description }, { report }) {
      const text = description.string;
      if (!text?.trim() || (text.trim().length >= MIN && text.length <= MAX)) return;
      const shorter = text.length > MAX ? wholeSentences(text, MAX) : "";
      report({
        at: description.place,
        message: `The description has ${text.length} characters; ${MIN} to ${MAX} are allowed.`,
        ...(shorter.length >= MIN && {
          fix: {
            title: `Keep the first ${shorter.length} characters, up to the end of a sentence`,
            edits: () => setValue(description, shorter),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "description": "Stormboard Connector" }
                           ^^^^^^^^^^^^^^^^^^^^^^ The description has 20 characters; 30 to 500 are allowed.
}
`,
      `{
  "swagger": "2.0",
  "info": {
    "description": "Contoso Tasks lets teams plan and track their work together. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when."
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description has 532 characters; 30 to 500 are allowed.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "description": "Contoso plans and tracks work." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "" }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "description": "Lists items." } } }
}
`,
    ],
    fixed: [
      undefined,
      `{
  "swagger": "2.0",
  "info": {
    "description": "Contoso Tasks lets teams plan and track their work together. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when. Boards, lists and calendars show who does what until when."
  }
}
`,
    ],
  },
});
