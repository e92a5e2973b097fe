import type { Operation } from "../../model/connector.ts";
import { setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { productsIn, withoutProducts } from "../products.ts";
import { defineRule, type RuleContext } from "../rule.ts";
import { operationName, partPlace } from "../swagger.ts";

function look(item: Item, operation: Operation, report: RuleContext["report"]): void {
  const text = item.string ?? "";
  const [named] = productsIn(text);
  if (!named) return;
  const plain = withoutProducts(text);
  report({
    at: partPlace(item, named.from, named.to),
    message: `The ${item.key} of ${operationName(operation)} names "${named.name}", a product of the platform.`,
    ...(plain && { fix: { title: `Change it to "${plain}"`, edits: () => setValue(item, plain) } }),
  });
}

export default defineRule({
  id: "op-summary-platform-names",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Summaries and descriptions of operations do without names of Power Platform products.",
  why: "An operation works in all of these products, and agents that read its description may be in none of them.",
  todo: "Say what happens, not where: flows, apps, reports, agents.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    operation(operation, { report }) {
      if (operation.internal) return;
      look(operation.summary, operation, report);
      look(operation.description, operation, report);
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List items for Power BI",
                                   ^^^^^^^^ The summary of ListItems names "Power BI", a product of the platform.
        "description": "Lists items that a Power Automate flow has created."
                                           ^^^^^^^^^^^^^^ The description of ListItems names "Power Automate", a product of the platform.
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
    "/items": {
      "get": { "operationId": "ListItems", "summary": "List powerful platforms", "description": "Gets power. BI follows." },
      "post": { "operationId": "CreateItem", "summary": "Power Apps", "x-ms-visibility": "internal" },
      "put": { "operationId": "UpdateItem", "summary": 
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "summary": "List items for reports",
        "description": "Lists items that a Power Automate flow has created."
      }
    }
  }
}
`,
    ],
  },
});
