import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";
import { saysSame } from "../wording.ts";

export default defineRule({
  id: "op-desc-differs-summary",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operation's description says more than its summary.",
  why: "Both are shown together; a description that repeats the name tells neither makers nor agents anything.",
  todo: "Say what goes in, what comes out, or when to take this operation and not another one.",
  source: "Microsoft Learn, connector string guidance; coding standards",
  check: {
    operation(operation, { report }) {
      const { summary, description, internal } = operation;
      if (internal || !saysSame(summary.string ?? "", description.string ?? "")) return;
      report({
        at: description.place,
        message: `The description of ${operationName(operation)} only repeats its summary.`,
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "summary": "List items", "description": "List  Items. " }
                                                                                   ^^^^^^^^^^^^^^^ The description of ListItems only repeats its summary.
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
      "get": { "operationId": "ListItems", "summary": "List items", "description": "List items of a project." },
      "post": { "operationId": "A", "summary": "A", "description": "A", "x-ms-visibility": "internal" },
      "put": { "operationId": "B", "summary": "", "description": "" },
      "patch": { "operationId": "C", "summary": ".", "description": "." },
      "delete": { "operationId": "D", "summary": "D", "description":  }
    }
  }
}
`,
    ],
  },
});
