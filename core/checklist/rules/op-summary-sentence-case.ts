import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";
import { sentenceFromName } from "../text.ts";
import { startingBig } from "../wording.ts";

/** A small letter at the start; names such as iPhone have a capital behind it. */
const SMALL = /^\p{Ll}(?!\p{Lu})/u;

const JOINED = /^\p{Ll}+\p{Lu}\S*$/u;

export default defineRule({
  id: "op-summary-sentence-case",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An operation's summary begins with a capital letter.",
  why: "It stands as a name in lists where all others begin so.",
  todo: "Write it in sentence case: the first word with a capital, the others as within a sentence.",
  source: "Microsoft Learn, connector string guidance; extending an OpenAPI definition",
  check: {
    operation(operation, { report }) {
      const { id, summary, internal } = operation;
      const text = summary.string ?? "";
      // A summary that repeats the id is what another rule says.
      if (internal || !SMALL.test(text) || text === id) return;
      const big = JOINED.test(text) ? sentenceFromName(text) : startingBig(text);
      report({
        at: partPlace(summary, 0, 1),
        message: `The summary of ${operationName(operation)} begins with a small letter.`,
        ...(big !== text && { fix: { title: `Change the summary to "${big}"`, edits: () => setValue(summary, big) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "list items" },
                                                       ^ The summary of ListItems begins with a small letter.
      "put": { "operationId": "MailItem", "summary": "e-mail an item" },
                                                      ^ The summary of MailItem begins with a small letter.
      "post": { "operationId": "MakeItem", "summary": "createItem" }
                                                       ^ The summary of MakeItem begins with a small letter.
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
      "get": { "operationId": "ListItems", "summary": "List Items" },
      "post": { "operationId": "CreatePhone", "summary": "iPhone of a user" },
      "put": { "operationId": "update", "summary": "update" },
      "patch": { "operationId": "Patch", "summary": "patch it", "x-ms-visibility": "internal" },
      "delete": { "operationId": "Delete", "summary": "" },
      "head": { "operationId": "Head", "summary": "2 heads" }
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
      "get": { "operationId": "ListItems", "summary": "List items" },
      "put": { "operationId": "MailItem", "summary": "E-mail an item" },
      "post": { "operationId": "MakeItem", "summary": "Create item" }
    }
  }
}
`,
    ],
  },
});
