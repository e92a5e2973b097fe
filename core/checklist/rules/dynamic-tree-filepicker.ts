import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";

const TREE = "x-ms-dynamic-tree";
const SELECTED = "selectedItemValuePath";

export default defineRule({
  id: "dynamic-tree-filepicker",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `A file picker has ${TREE}, and only its browsing takes values from the item that was picked.`,
  why: "The designer needs to know how to open the first folder and the ones in it; before the first pick there is no item to take a value from.",
  todo: `Add ${TREE} with \`open\` and \`browse\`, and use \`${SELECTED}\` in \`browse\` only.`,
  source: "Microsoft Learn, swagger validator errors, section Operations; schema of the definition",
  codes: ["DynamicTreeExtensionMissing", "SelectedItemValuePathNotAllowedInThisPosition"],
  check: {
    member: {
      "x-ms-dynamic-values"({ part, value }, { report }) {
        const capability = value.get("capability");
        if (capability.string !== "file-picker" || part.item.get(TREE).exists || !isComplete(part.item)) return;
        report({ at: capability.place, message: `The file picker of ${partLabel(part)} has no ${TREE}.` });
      },
      [TREE]({ part, value }, { report }) {
        for (const passed of value.path("open", "parameters").children()) {
          const selected = passed.get(SELECTED);
          if (selected.exists)
            report({
              at: selected.keyPlace,
              message: `"open" of ${partLabel(part)} uses ${SELECTED}, but nothing is picked yet.`,
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
    "/files": {
      "get": {
        "operationId": "GetFile",
        "parameters": [
          { "name": "id", "in": "query", "type": "string", "x-ms-dynamic-values": { "capability": "file-picker", "value-path": "Id" } },
                                                                                                  ^^^^^^^^^^^^^ The file picker of parameter id has no x-ms-dynamic-tree.
          {
            "name": "folder",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-tree": {
              "open": { "operationId": "ListRoot", "parameters": { "id": { "selectedItemValuePath": "Id" } } },
                                                                           ^^^^^^^^^^^^^^^^^^^^^^^ "open" of parameter folder uses selectedItemValuePath, but nothing is picked yet.
              "browse": { "operationId": "ListFolder", "parameters": { "id": { "selectedItemValuePath": "Id" } } }
            }
          }
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
  "paths": {
    "/files": {
      "get": {
        "operationId": "GetFile",
        "parameters": [
          {
            "name": "id",
            "in": "query",
            "type": "string",
            "x-ms-dynamic-values": { "capability": "file-picker", "value-path": "Id" },
            "x-ms-dynamic-tree": {
              "open": { "operationId": "ListRoot", "parameters": { "id": { "value": "" } } },
              "browse": { "operationId": "ListFolder", "parameters": { "id": { "selectedItemValuePath": "Id" } } }
            }
          },
          { "name": "other", "in": "query", "type": "string", "x-ms-dynamic-values": { "capability": "other" } }
        ]
      }
    }
  }
}
`,
    ],
  },
});
