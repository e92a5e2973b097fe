import { setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";
import { nearest } from "../text.ts";

const VALUES = ["single", "batch"];

export default defineRule({
  id: "trigger-value",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The extension x-ms-trigger is single or batch.",
  why: "It says whether the trigger gives one object or a list; with anything else the operation is no trigger at all.",
  todo: 'Write "batch" where the response is a list, and "single" otherwise.',
  source: "Microsoft Learn, extending an OpenAPI definition; schema of the definition",
  check: {
    operation(operation, { report }) {
      const value = operation.item.get("x-ms-trigger");
      if (!value.exists || value.kind === Kind.missing || VALUES.includes(value.string ?? "")) return;
      const meant = nearest(value.string ?? "", VALUES);
      report({
        at: value.place,
        message: `x-ms-trigger of ${operationName(operation)} has to be single or batch.`,
        ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "WhenItemsCome", "x-ms-trigger": "Batch" },
                                                               ^^^^^^^ x-ms-trigger of WhenItemsCome has to be single or batch.
      "post": { "operationId": "WhenItemComes", "x-ms-trigger": "poll" },
                                                                ^^^^^^ x-ms-trigger of WhenItemComes has to be single or batch.
      "put": { "operationId": "WhenItemChanges", "x-ms-trigger": true }
                                                                 ^^^^ x-ms-trigger of WhenItemChanges has to be single or batch.
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
      "get": { "operationId": "WhenItemsCome", "x-ms-trigger": "batch" },
      "post": { "operationId": "WhenItemComes", "x-ms-trigger": "single" },
      "put": { "operationId": "SetItem" }
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
      "get": { "operationId": "WhenItemsCome", "x-ms-trigger": "batch" },
      "post": { "operationId": "WhenItemComes", "x-ms-trigger": "poll" },
      "put": { "operationId": "WhenItemChanges", "x-ms-trigger": true }
    }
  }
}
`,
    ],
  },
});
