import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

const KEY = "x-ms-editor";

export default defineRule({
  id: "editor-dictionary",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `The ${KEY} "dictionary" stands only on objects that may have more properties than are listed.`,
  why: "It lets makers enter names and values of their own; anything else has no place for them.",
  todo: `Set \`type\` to object and \`additionalProperties\` to the schema of one value, or remove \`${KEY}\`.`,
  source: "Microsoft Learn, swagger validator errors, section Response",
  codes: ["InvalidCustomEditorExtensionDictionaryValue"],
  check: {
    member: {
      [KEY]({ part, value, text }, { report }) {
        const { item } = part;
        if (text !== "dictionary" || part.isReference || !isComplete(item)) return;
        const type = item.get("type");
        const isOpen = item.get("additionalProperties").boolean !== false;
        if ((type.string === "object" && isOpen) || (type.exists && !type.isString)) return;
        report({
          at: value.place,
          message: isOpen
            ? `${KEY} is "dictionary", but the type of ${partLabel(part)} is not object.`
            : `${KEY} is "dictionary", but ${partLabel(part)} allows no other properties than those listed.`,
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "labels": { "type": "string", "x-ms-editor": "dictionary" },
                                                     ^^^^^^^^^^^^ x-ms-editor is "dictionary", but the type of property labels is not object.
        "values": { "type": "object", "additionalProperties": false, "x-ms-editor": "dictionary" }
                                                                                    ^^^^^^^^^^^^ x-ms-editor is "dictionary", but property values allows no other properties than those listed.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "labels": { "type": "object", "additionalProperties": { "type": "string" }, "x-ms-editor": "dictionary" },
        "values": { "type": "object", "x-ms-editor": "dictionary" },
        "text": { "type": "string", "x-ms-editor": "html" },
        "half": { "type": , "x-ms-editor": "dictionary" }
      }
    }
  }
}
`,
    ],
  },
});
