import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";
import { asSentence, endsSentence } from "../wording.ts";

export default defineRule({
  id: "op-desc-sentence",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "An operation's description is a sentence and ends as one.",
  why: "It is read as text by makers and by agents; without an end it looks cut off.",
  todo: "Write a whole sentence that says what the operation does, and end it with a full stop.",
  source: "Microsoft Learn, preparing connector files for certification; coding standards",
  check: {
    operation(operation, { report }) {
      const { description, internal } = operation;
      const text = description.string?.trimEnd();
      if (!text || internal || endsSentence(text)) return;
      const sentence = asSentence(text);
      report({
        at: partPlace(description, text.length - 1, text.length),
        message: `The description of ${operationName(operation)} does not end like a sentence.`,
        ...(sentence && {
          fix: { title: "Make it a sentence, with a full stop", edits: () => setValue(description, sentence) },
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
      "get": { "operationId": "ListItems", "description": "lists items" },
                                                                     ^ The description of ListItems does not end like a sentence.
      "put": { "operationId": "PutItems", "description": "Replaces all items (new or old), " },
                                                                                         ^ The description of PutItems does not end like a sentence.
      "post": { "operationId": "CreateItem", "description": "id of the item that was created:" },
                                                                                            ^ The description of CreateItem does not end like a sentence.
      "patch": { "operationId": "UpdateItem", "description": "-" }
                                                              ^ The description of UpdateItem does not end like a sentence.
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
      "get": { "operationId": "ListItems", "description": "Lists items. " },
      "post": { "operationId": "CreateItem", "description": "Creates an item (or says \\"No!\\")" },
      "put": { "operationId": "PutItem", "description": "replaces items", "x-ms-visibility": "internal" },
      "patch": { "operationId": "PatchItem", "description": " " },
      "delete": { "operationId": "DeleteItem", "description":  },
      "head": { "operationId": "HeadItem" }
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
      "get": { "operationId": "ListItems", "description": "Lists items." },
      "put": { "operationId": "PutItems", "description": "Replaces all items (new or old)." },
      "post": { "operationId": "CreateItem", "description": "ID of the item that was created." },
      "patch": { "operationId": "UpdateItem", "description": "-" }
    }
  }
}
`,
    ],
  },
});
