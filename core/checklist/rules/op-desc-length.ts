import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";
import { wholeSentences } from "../wording.ts";

const MAX = 1000;

const SENTENCE = "Items that are done come last. ";

export default defineRule({
  id: "op-desc-length",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `An operation's description has at most ${MAX} characters.`,
  why: "The designer shows it in a small box, and an agent reads it each time that it chooses an action; 250 characters are plenty.",
  todo: "Keep what helps to choose and use the operation; the rest belongs into the readme.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    operation(operation, { report }) {
      const { description, internal } = operation;
      const text = description.string ?? "";
      if (internal || text.length <= MAX) return;
      const shorter = wholeSentences(text, MAX);
      report({
        at: description.place,
        message: `The description of ${operationName(operation)} has ${text.length} characters; at most ${MAX} are readable.`,
        ...(shorter && {
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
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "description": "${SENTENCE.repeat(33)}"
                       ${"^".repeat(1025)} The description of ListItems has 1023 characters
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "description": "Lists items. <987 times a>" },
      "post": { "operationId": "A", "x-ms-visibility": "internal", "description": "<1001 times a>" },
      "put": { "operationId": "B", "description":  }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "description": "${SENTENCE.repeat(32).trim()}"
      }
    }
  }
}
`,
    ],
  },
});
