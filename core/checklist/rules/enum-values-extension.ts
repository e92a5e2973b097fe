import { remove, setMember, setValue } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isComplete, lacksText } from "../swagger.ts";
import { nearest, titleFromName } from "../text.ts";

const KEY = "x-ms-enum-values";

export default defineRule({
  id: "enum-values-extension",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `Every entry of ${KEY} gives one value of the enum its name for people.`,
  why: "The designer shows the names and sends the values; an entry without either, or for a value that does not exist, cannot be chosen.",
  todo: "Give each entry `value` and `displayName`, with the value exactly as the enum has it, and each value once.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["DuplicateEnumValuesInExtension", "InvalidEnumValuesExtensionValue", "MissingEnumValuesDisplayName"],
  check: {
    member: {
      [KEY]({ part, value: list }, { report }) {
        if (!list.isArray) return;
        const values = part.item.get("enum");
        const known = new Set(values.children().map((value) => JSON.stringify(value.toData() ?? null)));
        const seen = new Set<string>();
        for (const entry of list.children()) {
          if (!entry.isObject) continue;
          const value = entry.get("value");
          if (lacksText(entry, "displayName")) {
            const name = titleFromName(value.written) || value.written;
            report({
              at: value.exists ? value.place : entry.keyPlace,
              message: `An entry of ${KEY} of ${partLabel(part)} has no displayName.`,
              ...(name && {
                fix: { title: `Add "displayName": "${name}"`, edits: () => setMember(entry, "displayName", name) },
              }),
            });
          }
          if (value.scalar === undefined) continue;
          const same = JSON.stringify(value.scalar);
          if (seen.has(same)) {
            report({
              at: value.place,
              message: `${KEY} of ${partLabel(part)} names ${same} twice.`,
              fix: { title: `Remove this entry for ${same}`, edits: () => remove(entry) },
            });
            continue;
          }
          seen.add(same);
          if (!known.size || known.has(same) || !isComplete(values)) continue;
          const text = value.string;
          const meant = text === undefined ? undefined : nearest(text, values.strings());
          report({
            at: value.place,
            message: `${same} in ${KEY} of ${partLabel(part)} is no value of its enum.`,
            ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
          });
        }
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        {
          "name": "state",
          "in": "query",
          "type": "string",
          "enum": ["open", "closed", "inReview"],
          "x-ms-enum-values": [
            { "value": "Open", "displayName": "Open" },
                       ^^^^^^ "Open" in x-ms-enum-values of parameter state is no value of its enum.
            { "value": "inReview" },
                       ^^^^^^^^^^ An entry of x-ms-enum-values of parameter state has no displayName.
            { "value": "closed", "displayName": "Closed" },
            { "value": "closed", "displayName": "Done" },
                       ^^^^^^^^ x-ms-enum-values of parameter state names "closed" twice.
            { "value": "lost", "displayName": "Lost" }
                       ^^^^^^ "lost" in x-ms-enum-values of parameter state is no value of its enum.
          ]
        }
      ]
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "State": {
      "type": "string",
      "enum": ["open", "closed"],
      "x-ms-enum-values": [{ "value": "open", "displayName": "Open" }]
    },
    "Level": { "type": "integer", "x-ms-enum-values": [{ "value": 1, "displayName": "Low" }] },
    "Half": { "enum": ["a"], "x-ms-enum-values": [{ "value": "a", "displayName":  }] }
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
        {
          "name": "state",
          "in": "query",
          "type": "string",
          "enum": ["open", "closed", "inReview"],
          "x-ms-enum-values": [
            { "value": "open", "displayName": "Open" },
            { "value": "inReview", "displayName": "In Review" },
            { "value": "closed", "displayName": "Closed" },
            { "value": "lost", "displayName": "Lost" }
          ]
        }
      ]
    }
  }
}
`,
    ],
  },
});
