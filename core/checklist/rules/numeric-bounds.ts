import { remove, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { type Member, type Part, partLabel } from "../document.ts";
import { defineRule, forKeys, type RuleContext } from "../rule.ts";
import { isComplete } from "../swagger.ts";

/** Lower bounds, each with the upper one. */
const PAIRS: Readonly<Record<string, string>> = {
  minimum: "maximum",
  minLength: "maxLength",
  minItems: "maxItems",
  minProperties: "maxProperties",
};
/** Bounds of how many there are, which cannot be negative. */
const COUNTS = Object.entries(PAIRS).flatMap((pair) => (pair[0] === "minimum" ? [] : pair));
const FLAGS: Readonly<Record<string, string>> = { exclusiveMinimum: "minimum", exclusiveMaximum: "maximum" };

/** Compares a lower bound with its upper one. */
function look(part: Part, lowest: Item, report: RuleContext["report"]): void {
  const low = lowest.key;
  const high = PAIRS[low];
  if (!high) return;
  const highest = part.item.get(high);
  const from = lowest.number;
  const to = highest.number;
  if (from === undefined || to === undefined || from <= to || (low !== "minimum" && to < 0)) return;
  report({
    at: lowest.place,
    message: `"${low}" of ${partLabel(part)} is ${from}, more than its "${high}" ${to}.`,
    fix: {
      title: `Swap ${from} and ${to}`,
      edits: () => [...setValue(lowest, to), ...setValue(highest, from)],
    },
  });
}

export default defineRule({
  id: "numeric-bounds",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Bounds of numbers, texts and lists can be met: no smallest value above the largest, no negative count.",
  why: "No value can keep bounds that contradict each other, so every input would be refused.",
  todo: "Swap or correct the two bounds; counts are zero or more, `multipleOf` is more than zero, and `exclusiveMinimum` needs a `minimum`.",
  source: "Microsoft Learn, swagger validator errors, section Properties; JSON Schema",
  codes: [
    "MinimumShouldBeLessThanOrEqualToMaximum",
    "MinItemsShouldBeLessThanOrEqualToMaxItems",
    "MinLengthShouldBeLessThanOrEqualToMaxLength",
    "MaxItemsMustBeGreaterThanOrEqualToZero",
    "MaxLengthMustBeGreaterThanOrEqualToZero",
    "MaxPropertiesMustBeGreaterThanOrEqualToZero",
    "MinItemsMustBeGreaterThanOrEqualToZero",
    "MinLengthMustBeGreaterThanOrEqualToZero",
    "MinPropertiesMustBeGreaterThanOrEqualToZero",
    "MultipleOfMustBeGreaterThanZero",
    "ExclusiveMaximumRequiresMaximum",
    "ExclusiveMinimumRequiresMinimum",
  ],
  check: {
    member: {
      ...forKeys<Member>(COUNTS, ({ part, value }, { report }) => {
        if ((value.number ?? 0) < 0)
          report({
            at: value.place,
            message: `"${value.key}" of ${partLabel(part)} is negative.`,
            fix: { title: `Remove "${value.key}"`, edits: () => remove(value) },
          });
        look(part, value, report);
      }),
      minimum: ({ part, value }, { report }) => look(part, value, report),
      multipleOf({ part, value }, { report }) {
        if ((value.number ?? 1) <= 0)
          report({
            at: value.place,
            message: `"multipleOf" of ${partLabel(part)} has to be more than zero.`,
            fix: { title: 'Remove "multipleOf"', edits: () => remove(value) },
          });
      },
      ...forKeys<Member>(Object.keys(FLAGS), ({ part, value }, { report }) => {
        const { key } = value;
        const bound = FLAGS[key] ?? "";
        // A number is what newer schemas write; that it is no flag, another rule says.
        if (value.boolean === undefined || part.item.get(bound).exists || !isComplete(part.item)) return;
        report({
          at: value.keyPlace,
          message: `"${key}" of ${partLabel(part)} has no "${bound}" to exclude.`,
          fix: { title: `Remove "${key}"`, edits: () => remove(value) },
        });
      }),
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "top", "in": "query", "type": "integer", "minimum": 100, "maximum": 1 },
                                                                      ^^^ "minimum" of parameter top is 100, more than its "maximum" 1.
        { "name": "step", "in": "query", "multipleOf": 0, "type": "number", "exclusiveMinimum": true, "maximum": 5 }
                                                       ^ "multipleOf" of parameter step has to be more than zero.
                                                                            ^^^^^^^^^^^^^^^^^^ "exclusiveMinimum" of parameter step has no "minimum" to exclude.
      ]
    }
  },
  "definitions": {
    "Item": {
      "properties": {
        "name": { "minLength": -1, "type": "string" },
                               ^^ "minLength" of property name is negative.
        "tags": { "type": "array", "maxItems": -5, "items": { "type": "string", "minLength": 5, "maxLength": 2 } }
                                               ^^ "maxItems" of property tags is negative.
                                                                                             ^ "minLength" of the item schema is 5, more than its "maxLength" 2.
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
        "size": { "type": "integer", "minimum": -5, "maximum": -5, "exclusiveMaximum": false },
        "name": { "type": "string", "minLength": 0, "maxLength": 0, "multipleOf": 0.1 },
        "minimum": { "type": "integer", "default": -1, "maximum": "5", "exclusiveMinimum": 3 }
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
      "parameters": [
        { "name": "top", "in": "query", "type": "integer", "minimum": 1, "maximum": 100 },
        { "name": "step", "in": "query", "type": "number", "maximum": 5 }
      ]
    }
  },
  "definitions": {
    "Item": {
      "properties": {
        "name": { "type": "string" },
        "tags": { "type": "array", "items": { "type": "string", "minLength": 2, "maxLength": 5 } }
      }
    }
  }
}
`,
    ],
  },
});
