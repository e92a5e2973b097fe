import { Shape } from "../../model/shape.ts";
import { appendItem, insertMember, setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete } from "../swagger.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "discriminator-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A discriminator names a property of the schema that is text and required.",
  why: "It says which kind of object comes; where the property may be missing or is no text, nobody can tell the kinds apart.",
  todo: "Name a property of type string and add it to `required`.",
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["DiscriminatorMustBeARequiredStringProperty"],
  check: {
    member: {
      discriminator({ part, value }, { report }) {
        const { item } = part;
        const name = value.string;
        if (!name || !isComplete(item)) return;
        const shape = new Shape(item);
        const property = shape.properties.get(name);
        const label = partLabel(part);
        if (!property) {
          const meant = nearest(name, shape.properties.keys());
          report({
            at: value.place,
            message: `The discriminator ${name} is no property of ${label}.`,
            ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
          });
          return;
        }
        const { types } = new Shape(property);
        if (types.length && !types.includes("string"))
          report({ at: value.place, message: `The discriminator ${name} of ${label} is not of type string.` });
        if (shape.required.has(name)) return;
        const list = item.get("required");
        const fix: FixDraft = {
          title: `Make "${name}" required`,
          edits: () =>
            list.isArray ? appendItem(list, name) : insertMember(item, "required", [name], "discriminator"),
        };
        report({
          at: value.place,
          message: `The discriminator ${name} of ${label} is not required.`,
          ...((list.isArray || !list.exists) && { fix }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Shape": {
      "type": "object",
      "discriminator": "kind",
                       ^^^^^^ The discriminator kind of definition Shape is not required.
      "properties": { "kind": { "type": "string" } }
    },
    "Animal": {
      "discriminator": "Kind",
                       ^^^^^^ The discriminator Kind is no property of definition Animal.
      "required": ["kind"],
      "properties": { "kind": { "type": "string" } }
    },
    "Part": {
      "discriminator": "number",
                       ^^^^^^^^ The discriminator number of definition Part is not of type string.
      "required": ["number"],
      "properties": { "number": { "type": "integer" } }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Shape": { "discriminator": "kind", "required": ["kind"], "properties": { "kind": { "type": "string" } } },
    "Round": { "discriminator": "kind", "allOf": [{ "$ref": "#/definitions/Shape" }] },
    "Named": { "discriminator": "a", "required": ["a"], "properties": { "a": { "$ref": "#/definitions/Kind" } } },
    "Kind": { "enum": ["a"] },
    "Prose": { "properties": { "discriminator": { "type": "string" } } }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Shape": {
      "type": "object",
      "discriminator": "kind",
      "required": [
        "kind"
      ],
      "properties": { "kind": { "type": "string" } }
    },
    "Animal": {
      "discriminator": "kind",
      "required": ["kind"],
      "properties": { "kind": { "type": "string" } }
    },
    "Part": {
      "discriminator": "number",
      "required": ["number"],
      "properties": { "number": { "type": "integer" } }
    }
  }
}
`,
    ],
  },
});
