import { remove } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { partLabel } from "../document.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete } from "../swagger.ts";
import { nearest } from "../text.ts";

const EXTENSION = "x-ms-capabilities";
const KEY = "filterFunctions";
const FUNCTIONS = new Set(
  [
    "lt le eq ne gt ge min max sum average countdistinct add sub mul div mod negate not and or day month year hour",
    "minute second date time now totaloffsetminutes totalseconds floor ceiling round substringof length indexof",
    "replace substring startswith endswith tolower toupper trim concat contains",
  ].flatMap((line) => line.split(" ")),
);

export default defineRule({
  id: "filterfunctions-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: `${KEY} lists functions of OData filters, each once, on properties that an operation gives.`,
  why: "The platform leaves the filters that are listed to the service and runs the others itself; a list that it cannot read helps nobody.",
  todo: "List the functions that the service knows for this property, such as eq and contains, or remove the list.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: [
    "FilterFunctionsPropertyEmpty",
    "FilterFunctionsPropertyHasDuplicates",
    "FilterFunctionsPropertyInInputSchema",
    "FilterFunctionsPropertyInvalidValue",
  ],
  check: {
    member: {
      [EXTENSION]({ part, value }, { report }) {
        const list = value.get(KEY);
        if (part.name !== "schema" || !list.isArray || !isComplete(list)) return;
        const label = partLabel(part);
        if (!list.children().length)
          report({
            at: list.keyPlace,
            message: `${KEY} of ${label} is empty.`,
            fix: { title: `Remove ${KEY}`, edits: () => remove(list) },
          });
        const seen = new Set<string>();
        const say = (item: Item, message: string, fix: FixDraft): void => report({ at: item.place, message, fix });
        for (const item of list.children()) {
          const name = item.string;
          if (name === undefined) continue;
          const removal: FixDraft = { title: "Remove it", edits: () => remove(item) };
          if (seen.has(name)) say(item, `${KEY} of ${label} lists "${name}" twice.`, removal);
          else if (!FUNCTIONS.has(name)) {
            const meant = nearest(name, FUNCTIONS);
            say(
              item,
              `${KEY} of ${label} lists "${name}", which is no function of a filter.${meant ? ` Did you mean "${meant}"?` : ""}`,
              removal,
            );
          }
          seen.add(name);
        }
      },
    },
    input: {
      [EXTENSION]({ item }, { report }) {
        const list = item.path(EXTENSION, KEY);
        if (!list.exists) return;
        report({
          at: list.keyPlace,
          message: `${KEY} says how results are filtered, but stands on what an operation takes.`,
          fix: { title: `Remove ${KEY}`, edits: () => remove(list) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Row": {
      "properties": {
        "name": { "type": "string", "x-ms-capabilities": { "filterFunctions": [] } },
                                                           ^^^^^^^^^^^^^^^^^ filterFunctions of property name is empty.
        "size": { "type": "integer", "x-ms-capabilities": { "filterFunctions": ["eq", "equals", "lt", "eq"] } }
                                                                                      ^^^^^^^^ filterFunctions of property size lists "equals", which is no function of a filter.
                                                                                                      ^^^^ filterFunctions of property size lists "eq" twice.
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/rows": {
      "post": {
        "parameters": [
          { "name": "body", "in": "body", "schema": { "x-ms-capabilities": { "filterFunctions": ["eq"] }, "type": "object" } }
                                                                             ^^^^^^^^^^^^^^^^^ filterFunctions says how results are filtered, but stands on what an operation takes.
        ]
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "filterFunctions": "of something else" },
  "definitions": {
    "Row": {
      "properties": {
        "name": { "type": "string", "x-ms-capabilities": { "filterFunctions": ["eq", "contains"] } },
        "half": { "type": "string", "x-ms-capabilities": { "filterFunctions":  } }
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Row": {
      "properties": {
        "name": { "type": "string", "x-ms-capabilities": {} },
        "size": { "type": "integer", "x-ms-capabilities": { "filterFunctions": ["eq", "lt"] } }
      }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/rows": {
      "post": {
        "parameters": [
          { "name": "body", "in": "body", "schema": { "x-ms-capabilities": {}, "type": "object" } }
        ]
      }
    }
  }
}
`,
    ],
  },
});
