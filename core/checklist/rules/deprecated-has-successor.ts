import type { Operation } from "../../model/connector.ts";
import { insertMember, insertMembers } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";

const SUFFIX = /_V(\d{1,3})$/;
const TELLING = ["family", "revision", "replacement"];

/** The family and revision of an operation, where another revision is known by its id. */
function familyOf({ id, connector }: Operation): { family: string; revision: number } | undefined {
  const suffix = SUFFIX.exec(id);
  const family = suffix ? id.slice(0, suffix.index) : id;
  const revision = suffix ? Number(suffix[1]) : 1;
  return family && connector.operation(`${family}_V${revision + 1}`) ? { family, revision } : undefined;
}

function fixFor(operation: Operation, annotation: Item): FixDraft | undefined {
  const known = familyOf(operation);
  if (!known || (annotation.exists && !annotation.isObject)) return undefined;
  const { item } = operation;
  return {
    title: `Add the family ${known.family}, revision ${known.revision}`,
    edits: () => {
      if (!annotation.exists) return insertMember(item, ANNOTATION, known, "deprecated");
      return annotation.children().length ? insertMembers(annotation, known) : insertMember(item, ANNOTATION, known);
    },
  };
}

export default defineRule({
  id: "deprecated-has-successor",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "A deprecated operation tells what comes after it.",
  why: "The designer leads makers to the new revision of the same family, or to the replacement; otherwise they have to search.",
  todo: `Give both operations the same \`family\` in ${ANNOTATION} and a \`revision\` each, or name the \`replacement\`.`,
  source: "Microsoft Learn, deprecating an operation; operational versioning",
  check: {
    operation(operation, { report }) {
      const { deprecated, internal, item } = operation;
      const annotation = item.get(ANNOTATION);
      if (!deprecated || internal || !isComplete(item) || TELLING.some((key) => annotation.get(key).exists)) return;
      const fix = fixFor(operation, annotation);
      report({
        at: item.get("deprecated").keyPlace,
        message: `${operationName(operation)} is deprecated, but does not tell what comes after it.`,
        ...(fix && { fix }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "deprecated": true },
                                           ^^^^^^^^^^^^ ListItems is deprecated, but does not tell what comes after it.
      "put": { "operationId": "ListItems_V2", "deprecated": true, "x-ms-api-annotation": { "status": "Production" } },
                                              ^^^^^^^^^^^^ ListItems_V2 is deprecated, but does not tell what comes after it.
      "post": { "operationId": "ListItems_V3" },
      "patch": { "operationId": "TagItem", "deprecated": true }
                                           ^^^^^^^^^^^^ TagItem is deprecated, but does not tell what comes after it.
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
        "x-ms-api-annotation": { "family": "ListItems", "revision": 1 }
      },
      "post": { "operationId": "CreateItem", "deprecated": false },
      "put": {
        "operationId": "SetItem",
        "deprecated": true,
        "x-ms-api-annotation": { "replacement": { "api": "items", "operationId": "ReplaceItem" } }
      },
      "patch": { "operationId": "TagItem", "deprecated": true, "x-ms-visibility": "internal" }
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
      "get": { "operationId": "ListItems", "deprecated": true, "x-ms-api-annotation": { "family": "ListItems", "revision": 1 } },
      "put": { "operationId": "ListItems_V2", "deprecated": true, "x-ms-api-annotation": { "status": "Production", "family": "ListItems", "revision": 2 } },
      "post": { "operationId": "ListItems_V3" },
      "patch": { "operationId": "TagItem", "deprecated": true }
    }
  }
}
`,
    ],
  },
});
