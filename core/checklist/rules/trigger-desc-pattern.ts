import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

const GOOD = /^\s*this operation triggers when\b/i;
/** Other ways to say the same up to "when". */
const LEAD =
  /^\s*(?:(?:this|the)\s+(?:operation|trigger|event|flow)\s+)?(?:(?:is\s+)?(?:trigger|triggers|triggered|fires|fired|occurs|runs)\s+)?(?=when\b)/i;

export default defineRule({
  id: "trigger-desc-pattern",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A trigger's description begins with: This operation triggers when.",
  why: "Descriptions of triggers read alike across connectors, and agents tell triggers from actions by them.",
  todo: "Write: This operation triggers when, and then what happens.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    operation(operation, { report }) {
      const { trigger, internal, description } = operation;
      const text = description.string;
      if (!trigger || internal || !text?.trim() || GOOD.test(text)) return;
      const rest = text.replace(LEAD, "");
      const better = /^when\b/i.test(rest) ? `This operation triggers w${rest.slice(1)}` : undefined;
      report({
        at: description.place,
        message: `The description of the trigger ${operationName(operation)} does not begin with "This operation triggers when".`,
        ...(better && {
          fix: { title: 'Begin with "This operation triggers when"', edits: () => setValue(description, better) },
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
      "get": { "operationId": "OnTask", "description": "New tasks.", "x-ms-trigger": "batch" },
                                                       ^^^^^^^^^^^^ The description of the trigger OnTask does not begin with "This operation triggers when".
      "post": { "operationId": "OnHook", "description": "Triggers when a task is created.", "x-ms-trigger": "single" },
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the trigger OnHook does not begin with "This operation triggers when".
      "put": { "operationId": "OnTag", "description": "When a task gets a tag.", "x-ms-trigger": "single" },
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the trigger OnTag does not begin with "This operation triggers when".
      "patch": { "operationId": "OnEnd", "description": "This event fires when a task ends.", "x-ms-trigger": "single" }
                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The description of the trigger OnEnd does not begin with "This operation triggers when".
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
      "get": { "operationId": "OnTask", "description": "This operation triggers when a task is created.", "x-ms-trigger": "batch" },
      "post": { "operationId": "CreateTask", "description": "Creates a task." },
      "put": { "operationId": "OnHidden", "description": "Polls.", "x-ms-trigger": "batch", "x-ms-visibility": "internal" },
      "patch": { "operationId": "OnHalf", "description": , "x-ms-trigger": "batch" },
      "delete": { "operationId": "OnNone", "description": "", "x-ms-trigger": "batch" }
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
      "get": { "operationId": "OnTask", "description": "New tasks.", "x-ms-trigger": "batch" },
      "post": { "operationId": "OnHook", "description": "This operation triggers when a task is created.", "x-ms-trigger": "single" },
      "put": { "operationId": "OnTag", "description": "This operation triggers when a task gets a tag.", "x-ms-trigger": "single" },
      "patch": { "operationId": "OnEnd", "description": "This operation triggers when a task ends.", "x-ms-trigger": "single" }
    }
  }
}
`,
    ],
  },
});
