import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const GOOD = /^\s*when\b/i;
/** Words that only say that it is a trigger, before what it is about. */
const LEAD = /^\s*(?:(?:this\s+)?(?:trigger|triggers|triggered|fires|occurs|runs)\s+)(?=when\b)/i;

export default defineRule({
  id: "trigger-summary-when",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A trigger's summary begins with When.",
  why: "All triggers read alike, so that makers see at once which of the entries start a flow: When a task is created.",
  todo: "Write what happens, as in: When an order is cancelled.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    operation(operation, { report }) {
      const { trigger, internal, summary } = operation;
      const text = summary.string;
      if (!trigger || internal || !text?.trim() || GOOD.test(text)) return;
      const rest = text.replace(LEAD, "");
      const better = GOOD.test(rest) ? `W${rest.slice(1)}` : undefined;
      report({
        at: summary.place,
        message: `The summary of the trigger ${operationName(operation)} does not begin with "When".`,
        ...(better && { fix: { title: `Change the summary to "${better}"`, edits: () => setValue(summary, better) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/tasks": {
      "get": { "operationId": "OnTask", "summary": "New task trigger", "x-ms-trigger": "batch" },
                                                   ^^^^^^^^^^^^^^^^^^ The summary of the trigger OnTask does not begin with "When".
      "post": { "operationId": "OnTaskHook", "summary": "Triggers when a task is created", "x-ms-trigger": "single" }
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The summary of the trigger OnTaskHook does not begin with "When".
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/tasks": {
      "get": { "operationId": "OnTask", "summary": "When a task is created", "x-ms-trigger": "batch" },
      "post": { "operationId": "CreateTask", "summary": "Create a task" },
      "put": { "operationId": "OnHidden", "summary": "Poll", "x-ms-trigger": "batch", "x-ms-visibility": "internal" },
      "patch": { "operationId": "OnHalf", "summary": , "x-ms-trigger": "batch" },
      "delete": { "operationId": "OnNone", "summary": "", "x-ms-trigger": "batch" }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/tasks": {
      "get": { "operationId": "OnTask", "summary": "New task trigger", "x-ms-trigger": "batch" },
      "post": { "operationId": "OnTaskHook", "summary": "When a task is created", "x-ms-trigger": "single" }
    }
  }
}
`,
    ],
  },
});
