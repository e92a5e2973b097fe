import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";
import { listed, plainName, signsOf } from "../wording.ts";

/** What stands at the end and what is refused altogether is what other rules say. */
const TAIL = /[^\p{L}\p{N})]+$/u;
const REFUSED = /[/\\<>*%&?]/;

export default defineRule({
  id: "op-summary-charset",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An operation's summary consists of letters, digits and parentheses.",
  why: "It is a name; commas, apostrophes and hyphens make it harder to read and to translate.",
  todo: "Put it in words without other signs. The validator lets them pass.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    operation(operation, { report }) {
      const { summary, internal } = operation;
      if (internal) return;
      const text = (summary.string ?? "").replace(TAIL, "");
      const found = signsOf(text).filter(({ sign }) => !REFUSED.test(sign));
      const [first] = found;
      if (!first) return;
      const plain = plainName(text);
      report({
        at: partPlace(summary, first.at, first.at + first.sign.length),
        message: `The summary of ${operationName(operation)} contains ${listed(found)}.`,
        ...(plain && { fix: { title: `Change the summary to "${plain}"`, edits: () => setValue(summary, plain) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "List non-empty \\"open\\" items" },
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of ListItems contains "-", '"'.
      "put": { "operationId": "ReplaceItems", "summary": "Items - Replace all" },
                                                                ^ The summary of ReplaceItems contains "-".
      "post": { "operationId": "MailItem", "summary": "E-mail an item: now" },
                                                        ^ The summary of MailItem contains "-", ":".
      "patch": { "operationId": "UpdateItem", "summary": "Update a user's items, or create them" }
                                                                       ^ The summary of UpdateItem contains "'", ",".
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
      "get": { "operationId": "ListItems_V2", "summary": "List items (V2)" },
      "post": { "operationId": "CreateItem", "summary": "Übersetze 2 Dinge." },
      "put": { "operationId": "UpdateItem", "summary": "Update/replace item?" },
      "patch": { "operationId": "PatchItem", "summary": "Patch-item", "x-ms-visibility": "internal" },
      "delete": { "operationId": "DeleteItem", "summary":  }
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
      "get": { "operationId": "ListItems", "summary": "List non empty open items" },
      "put": { "operationId": "ReplaceItems", "summary": "Items (Replace all)" },
      "post": { "operationId": "MailItem", "summary": "Email an item (now)" },
      "patch": { "operationId": "UpdateItem", "summary": "Update a user's items, or create them" }
    }
  }
}
`,
    ],
  },
});
