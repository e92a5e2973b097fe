import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";
import { shorten } from "../text.ts";

const MAX = 80;

export default defineRule({
  id: "op-summary-max-80",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An operation's summary has at most 80 characters.",
  why: "It is the name of the action in the designer, where more does not fit.",
  todo: "Name what the operation does in a few words and move the rest into the description.",
  source: "Microsoft Learn, connector string guidance; swagger validator errors, section Operations",
  codes: ["OperationSummaryTooLong"],
  check: {
    operation(operation, { report }) {
      const { summary } = operation;
      const text = summary.string ?? "";
      if (text.length <= MAX) return;
      const shorter = shorten(text, MAX);
      report({
        at: partPlace(summary, MAX, text.length),
        message: `The summary of ${operationName(operation)} has ${text.length} characters; ${MAX} are allowed.`,
        ...(shorter && {
          fix: { title: `Shorten the summary to "${shorter}"`, edits: () => setValue(summary, shorter) },
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
        "summary": "List all items of a project that were changed since the given date, with their owners"
                                                                                                    ^^^^^ The summary of ListItems has 85 characters; 80 are allowed.
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
      "get": {
        "operationId": "ListItems",
        "summary": "List all items of a project that were changed since the given date, with owners",
        "description": "Lists all items of a project that were changed since the given date, with their owners."
      }
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
        "summary": "List all items of a project that were changed since the given date"
      }
    }
  }
}
`,
    ],
  },
});
