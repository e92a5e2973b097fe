import { insertMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace, operationName } from "../swagger.ts";

const KEY = "x-ms-trigger-hint";
/** A summary that says what is done to something, and the words for doing it. */
const EVENT = /^\s*when\s+(an?\s+(?:new\s+)?[\p{L}\p{N} -]+?)\s+is\s+(\p{L}+)\s*$/iu;
const VERBS: Readonly<Record<string, string>> = {
  added: "add",
  approved: "approve",
  assigned: "assign",
  cancelled: "cancel",
  changed: "change",
  closed: "close",
  completed: "complete",
  created: "create",
  deleted: "delete",
  modified: "change",
  removed: "remove",
  sent: "send",
  submitted: "submit",
  updated: "update",
  uploaded: "upload",
};

/** How to make happen what a summary tells of; `undefined` where only the author knows. */
function hintFrom(summary: string): string | undefined {
  const [, thing, done = ""] = EVENT.exec(summary) ?? [];
  const verb = VERBS[done.toLowerCase()];
  return thing && verb && `To see it work now, ${verb} ${thing}.`;
}

export default defineRule({
  id: "trigger-hint",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `A trigger says in ${KEY} how to make it happen.`,
  why: "Who tests a flow waits for the event; the hint tells how to cause it.",
  todo: `Add ${KEY}, as in: To see it work now, add a task.`,
  source: "Microsoft Learn, extending an OpenAPI definition",
  check: {
    operation(operation, { report }) {
      const { trigger, internal, item, summary } = operation;
      if (!trigger || internal || !lacksText(item, KEY)) return;
      const hint = item.get(KEY).exists ? undefined : hintFrom(summary.string ?? "");
      report({
        at: memberPlace(item, KEY),
        message: `The trigger ${operationName(operation)} has no ${KEY}.`,
        ...(hint && {
          fix: { title: `Add "${hint}"`, edits: () => insertMember(item, KEY, hint, "x-ms-trigger") },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/tasks": {
      "get": { "operationId": "OnTask", "summary": "When a new task is created", "x-ms-trigger": "batch" },
      ^^^^^ The trigger OnTask has no x-ms-trigger-hint.
      "post": { "operationId": "OnHook", "summary": "When something happens", "x-ms-trigger": "single" },
      ^^^^^^ The trigger OnHook has no x-ms-trigger-hint.
      "put": { "operationId": "OnTag", "x-ms-trigger": "single", "x-ms-trigger-hint": " " }
                                                                                      ^^^ The trigger OnTag has no x-ms-trigger-hint.
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
      "get": { "operationId": "OnTask", "x-ms-trigger": "batch", "x-ms-trigger-hint": "To see it work now, add a task." },
      "post": { "operationId": "CreateTask", "summary": "When a task is created" },
      "put": { "operationId": "OnHidden", "x-ms-trigger": "batch", "x-ms-visibility": "internal" },
      "patch": { "operationId": "OnHalf", "x-ms-trigger": "batch", "x-ms-trigger-hint":  }
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
      "get": { "operationId": "OnTask", "summary": "When a new task is created", "x-ms-trigger": "batch", "x-ms-trigger-hint": "To see it work now, create a new task." },
      "post": { "operationId": "OnHook", "summary": "When something happens", "x-ms-trigger": "single" },
      "put": { "operationId": "OnTag", "x-ms-trigger": "single", "x-ms-trigger-hint": " " }
    }
  }
}
`,
    ],
  },
});
