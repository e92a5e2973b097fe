import { setMember } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isComplete, memberPlace } from "../swagger.ts";

export default defineRule({
  id: "dynamic-properties-path-match",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "x-ms-dynamic-properties takes the schema from the same place as x-ms-dynamic-schema beside it.",
  why: "Both are there for older and newer designers; with different paths the two show different fields.",
  todo: "Set `itemValuePath` to the `value-path` of x-ms-dynamic-schema without a last part `properties`: one names the object, the other its properties.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["DynamicPropertiesItemValuePathMismatch"],
  check: {
    member: {
      "x-ms-dynamic-properties"({ part, value: properties }, { report }) {
        const schema = part.item.get("x-ms-dynamic-schema");
        const path = schema.get("value-path").string;
        if (!properties.isObject || path === undefined || !isComplete(properties)) return;
        const expected = path.replace(/(?:^|\/)properties$/, "");
        const given = properties.get("itemValuePath");
        if (given.exists && !given.isString) return;
        if ((given.string ?? "") === expected) return;
        report({
          at: memberPlace(properties, "itemValuePath"),
          message: `"itemValuePath" of ${partLabel(part)} is "${given.string ?? ""}", but x-ms-dynamic-schema has "${path}".`,
          fix: {
            title: `Set itemValuePath to "${expected}"`,
            edits: () => setMember(properties, "itemValuePath", expected, "operationId"),
          },
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
      "x-ms-dynamic-schema": { "operationId": "GetSchema", "value-path": "schema/properties" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema", "itemValuePath": "items" }
                                                                                ^^^^^^^ "itemValuePath" of definition Item is "items", but x-ms-dynamic-schema has "schema/properties".
    },
    "Row": {
      "x-ms-dynamic-schema": { "operationId": "GetSchema", "value-path": "schema" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema" }
      ^^^^^^^^^^^^^^^^^^^^^^^^^ "itemValuePath" of definition Row is "", but x-ms-dynamic-schema has "schema".
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
      "x-ms-dynamic-schema": { "operationId": "GetSchema", "value-path": "schema/properties" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema", "itemValuePath": "schema" }
    },
    "Row": {
      "x-ms-dynamic-schema": { "operationId": "GetSchema", "value-path": "properties" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema" }
    },
    "Free": {
      "x-ms-dynamic-schema": { "operationId": "GetSchema" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema", "itemValuePath": "any" }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "x-ms-dynamic-schema": { "operationId": "GetSchema", "value-path": "schema/properties" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema", "itemValuePath": "schema" }
    },
    "Row": {
      "x-ms-dynamic-schema": { "operationId": "GetSchema", "value-path": "schema" },
      "x-ms-dynamic-properties": { "operationId": "GetSchema", "itemValuePath": "schema" }
    }
  }
}
`,
    ],
  },
});
