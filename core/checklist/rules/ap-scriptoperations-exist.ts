import { remove, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "ap-scriptoperations-exist",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation that runs through the script exists in the definition.",
  why: "The script runs for the operations that are named exactly; with a wrong name it never runs, and nothing says so.",
  todo: "Write the operationId exactly as the definition has it; letter case counts. An empty list stands for all operations.",
  source: "Microsoft Learn, writing code in a custom connector; sources of the command line tool",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      // In a definition that is still being typed an operation may be there without being seen.
      if (!isComplete(root) || !isComplete(root.get("paths"))) return;
      const list = connector.properties.get("scriptOperations");
      for (const item of list.children()) {
        const name = item.string;
        if (!name || connector.operation(name)) continue;
        const meant = nearest(
          name,
          connector.operationIds.filter((id) => !list.strings().includes(id)),
        );
        report({
          at: item.place,
          message: `The script is to run for the operation ${name}, which the definition does not have.`,
          // The last name of a list is not removed, because an empty list stands for all operations.
          fix: meant
            ? { title: `Replace it by "${meant}"`, edits: () => setValue(item, meant) }
            : list.children().length > 1
              ? { title: `Remove "${name}"`, edits: () => remove(item) }
              : [],
        });
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId": "ListItems" }, "post": { "operationId": "CreateItem" } } }
}
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["Gone", "CreateItem", "listItems"] } }
                                       ^^^^^^ The script is to run for the operation Gone, which the definition does not have.
                                                             ^^^^^^^^^^^ The script is to run for the operation listItems, which the definition does not have.
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId": "ListItems" } } }
}
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["Gone"] } }
                                       ^^^^^^ The script is to run for the operation Gone, which the definition does not have.
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId": "ListItems" } } }
}
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["ListItems"] } }
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": {
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["ListItems"] } }
`,
      `=== apiProperties.json ===
{ "properties": { "scriptOperations": ["OpenedAlone"] } }
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId": "ListItems" }, "post": { "operationId": "CreateItem" } } }
}
=== apiProperties.json ===
{ "properties": { "scriptOperations": ["CreateItem", "ListItems"] } }
`,
      undefined,
    ],
  },
});
