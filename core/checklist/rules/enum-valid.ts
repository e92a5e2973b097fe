import { remove, setValue } from "../../syntax/edits.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, schemaName } from "../swagger.ts";
import { hasType, toType, valueKind } from "../values.ts";

export default defineRule({
  id: "enum-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "An enum has at least one value, none of them twice, and all of the declared type.",
  why: "The designer offers these values in a list; one of another type is refused by the service or never matches what it answers.",
  todo: "Write the values in the declared type (no quotes around numbers), remove repetitions, and remove an empty enum.",
  source: "Microsoft Learn, swagger validator errors, sections Operations and Properties",
  codes: ["EnumMustContainAtLeastOneElement", "InvalidEnumValue"],
  check: {
    schema: {
      enum(schema, { report }) {
        const { item } = schema;
        const values = item.get("enum");
        if (!values.isArray) return;
        const list = values.children();
        if (!list.length) {
          if (!isComplete(values)) return;
          const name = schemaName(schema);
          report({
            at: values.keyPlace,
            message: `${name} has an enum without values.`,
            fix: { title: "Remove the empty enum", edits: () => remove(values) },
          });
          return;
        }
        const type = item.get("type").string;
        const seen = new Set<string>();
        for (const value of list) {
          const same = JSON.stringify(value.toData());
          const isRepeated = seen.has(same);
          seen.add(same);
          if (!isRepeated && hasType(value, type) !== false) continue;
          const name = schemaName(schema);
          const removal: FixDraft = { title: `Remove ${same}`, edits: () => remove(value) };
          if (isRepeated) {
            report({ at: value.place, message: `${name} lists ${same} twice in its enum.`, fix: removal });
            continue;
          }
          const converted = toType(value, type);
          report({
            at: value.place,
            message: `${name} is of type ${type}, but its enum value ${same} is ${valueKind(value)}.`,
            fix:
              converted === undefined
                ? removal
                : { title: `Replace it by ${JSON.stringify(converted)}`, edits: () => setValue(value, converted) },
          });
        }
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
        "level": { "type": "integer", "enum": ["1", 2] },
                                               ^^^ Property level is of type integer, but its enum value "1" is text.
        "colour": { "type": "string", "enum": ["red", "blue", "red"] },
                                                              ^^^^^ Property colour lists "red" twice in its enum.
        "shape": { "type": "string", "enum": [] }
                                     ^^^^^^ Property shape has an enum without values.
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "open", "in": "query", "type": "boolean", "enum": ["true", false] },
                                                                     ^^^^^^ Parameter open is of type boolean, but its enum value "true" is text.
        { "name": "size", "in": "query", "type": "integer", "enum": [1, "large"] }
                                                                        ^^^^^^^ Parameter size is of type integer, but its enum value "large" is text.
      ],
      "get": { "operationId": "ListItems" },
      "delete": { "operationId": "RemoveItems" }
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
        "level": { "type": "number", "enum": [1, 2.5] },
        "code": { "type": "string", "enum": ["1", "01"] },
        "any": { "enum": [1, "1"] },
        "maybe": { "type": "string", "enum": ["yes", null] },
        "enum": { "type": "array", "items": { "type": "string" } }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "definitions": { "Item": { "type": "string", "enum": [
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "level": { "type": "integer", "enum": [1, 2] },
        "colour": { "type": "string", "enum": ["red", "blue"] },
        "shape": { "type": "string" }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "open", "in": "query", "type": "boolean", "enum": [true, false] },
        { "name": "size", "in": "query", "type": "integer", "enum": [1] }
      ],
      "get": { "operationId": "ListItems" },
      "delete": { "operationId": "RemoveItems" }
    }
  }
}
`,
    ],
  },
});
