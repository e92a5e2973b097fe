import { setMember } from "../../syntax/edits.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, lacksText, memberPlace, operationName } from "../swagger.ts";

export default defineRule({
  id: "annotation-replacement-deprecated",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Only a deprecated operation names its replacement, with the connector and the operation.",
  why: "The designer leads makers from the old operation to the new one; from one that is still current there is nowhere to lead.",
  todo: "Set `deprecated` to true on the old operation, and give `replacement` both `api` and `operationId`.",
  source: "Microsoft Learn, swagger validator errors, section Operations; extending an OpenAPI definition",
  codes: [
    "ApiAnnotationExtensionReplacementInfoForNonDeprecatedOperations",
    "ApiAnnotationExtensionReplacementInfoMissingApiProperty",
    "ApiAnnotationExtensionReplacementInfoMissingOperationIdProperty",
  ],
  check: {
    operation(operation, { connector, report }) {
      const { item, deprecated } = operation;
      const replacement = item.path(ANNOTATION, "replacement");
      if (!replacement.exists || !isComplete(item)) return;
      const name = operationName(operation);
      if (!deprecated)
        report({
          at: replacement.keyPlace,
          message: `Operation ${name} names a replacement, but is not deprecated.`,
          fix: { title: 'Set "deprecated" to true', edits: () => setMember(item, "deprecated", true, "operationId") },
        });
      for (const key of ["api", "operationId"]) {
        if (!lacksText(replacement, key)) continue;
        const annotations = connector.operations.map((one) => one.item.path(ANNOTATION, "replacement", "api").string);
        const api = key === "api" ? annotations.find((one) => one?.trim()) : undefined;
        const fix: FixDraft | undefined = api
          ? { title: `Add "api": "${api}"`, edits: () => setMember(replacement, key, api) }
          : undefined;
        report({
          at: memberPlace(replacement, key),
          message: `The replacement of ${name} has no "${key}".`,
          ...(fix && { fix }),
        });
      }
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
        "x-ms-api-annotation": { "replacement": { "api": "items", "operationId": "ListItems_V2" } }
                                 ^^^^^^^^^^^^^ Operation ListItems names a replacement, but is not deprecated.
      },
      "post": {
        "operationId": "CreateItem",
        "deprecated": true,
        "x-ms-api-annotation": { "replacement": { "operationId": "CreateItem_V2" } }
                                 ^^^^^^^^^^^^^ The replacement of CreateItem has no "api".
      },
      "put": {
        "operationId": "SetItem",
        "deprecated": true,
        "x-ms-api-annotation": { "replacement": { "api": "items" } }
                                 ^^^^^^^^^^^^^ The replacement of SetItem has no "operationId".
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
      "get": {
        "operationId": "ListItems",
        "deprecated": true,
        "x-ms-api-annotation": { "family": "ListItems", "replacement": { "api": "items", "operationId": "ListItems_V2" } }
      },
      "post": { "operationId": "CreateItem", "x-ms-api-annotation": { "family": "CreateItem", "revision": 1 } }
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
      "get": {
        "operationId": "ListItems",
        "deprecated": true,
        "x-ms-api-annotation": { "replacement": { "api": "items", "operationId": "ListItems_V2" } }
      },
      "post": {
        "operationId": "CreateItem",
        "deprecated": true,
        "x-ms-api-annotation": { "replacement": { "operationId": "CreateItem_V2", "api": "items" } }
      },
      "put": {
        "operationId": "SetItem",
        "deprecated": true,
        "x-ms-api-annotation": { "replacement": { "api": "items" } }
      }
    }
  }
}
`,
    ],
  },
});
