import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";

const REFUSED = /[/\\<>*%&?]/g;
const WORDS: Readonly<Record<string, string>> = { "/": "or", "\\": "or", "&": "and", "%": "percent" };

/** The summary in words; a word that has come into the middle of it begins in lower case. */
function inWords(text: string): string {
  return text
    .replace(
      /\s*([/\\&%])\s*([A-Z](?=[a-z]))?/g,
      (_all, sign: string, letter: string | undefined) => ` ${WORDS[sign]} ${letter?.toLowerCase() ?? ""}`,
    )
    .replace(REFUSED, "")
    .replace(/\s+/g, " ")
    .trim();
}

export default defineRule({
  id: "op-summary-restricted-chars",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation's summary does without slashes and the characters < > * % & and question marks.",
  why: "The summary becomes a name in the designer; the validator refuses these characters in it.",
  todo: 'Write "and" and "or" in words, and leave the other characters out.',
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["RestrictedCharactersInSummary"],
  check: {
    operation(operation, { report }) {
      const { summary } = operation;
      // Characters at the end are what the rule about ends says.
      const text = (summary.string ?? "").replace(/[^\p{L}\p{N})]+$/u, "");
      const [first, ...others] = text.matchAll(REFUSED);
      if (!first) return;
      const signs = [...new Set([first[0], ...others.map((match) => match[0])])].map((sign) => `"${sign}"`).join(", ");
      const fixed = inWords(text);
      report({
        at: partPlace(summary, first.index, first.index + 1),
        message: `The summary of ${operationName(operation)} contains ${signs}.`,
        ...(fixed && { fix: { title: `Change the summary to "${fixed}"`, edits: () => setValue(summary, fixed) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "post": { "operationId": "SaveItem", "summary": "Create/Update item & list <all>" },
                                                             ^ The summary of SaveItem contains "/", "&", "<".
      "get": { "operationId": "ListItems", "summary": "List items (50% of CPU/GPU)" }
                                                                     ^ The summary of ListItems contains "%", "/".
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
      "post": { "operationId": "SaveItem", "summary": "Create or update item", "description": "Yes/no?" },
      "get": { "operationId": "IsThere", "summary": "Is it there?" },
      "put": { "operationId": "SetItem", "summary": 1 }
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
      "post": { "operationId": "SaveItem", "summary": "Create or update item and list all" },
      "get": { "operationId": "ListItems", "summary": "List items (50 percent of CPU or GPU)" }
    }
  }
}
`,
    ],
  },
});
