import { insertMember } from "../../syntax/edits.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule } from "../rule.ts";
import { lacks, operationName } from "../swagger.ts";

const SUFFIX = /_V(\d{1,3})$/i;

/** The revision that an id tells: its suffix, or the first one where it is the name of the family. */
function revisionOf(id: string, family: string): number | undefined {
  if (id === family) return 1;
  const suffix = SUFFIX.exec(id);
  return suffix && id.slice(0, suffix.index) === family ? Number(suffix[1]) : undefined;
}

export default defineRule({
  id: "annotation-revision-present",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An operation that belongs to a family says which revision it is.",
  why: "The designer offers the newest revision of a family; of one without a number nobody knows whether it is newer.",
  todo: "Add `revision` to the annotation: 1 for the first operation of the family, 2 for the next one.",
  source: "Microsoft Learn, swagger validator errors, section Operations; operational versioning",
  codes: ["OperationRevisionEmpty"],
  check: {
    operation(operation, { report }) {
      const annotation = operation.item.get(ANNOTATION);
      const family = annotation.get("family");
      if (!family.string?.trim() || !lacks(annotation, "revision")) return;
      const revision = annotation.get("revision").exists ? undefined : revisionOf(operation.id, family.string);
      report({
        at: annotation.get("revision").exists ? annotation.get("revision").place : annotation.keyPlace,
        message: `${operationName(operation)} belongs to the family ${family.string}, but does not say which revision it is.`,
        ...(revision && {
          fix: {
            title: `Add "revision": ${revision}`,
            edits: () => insertMember(annotation, "revision", revision, "family"),
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "family": "ListItems" } },
                                           ^^^^^^^^^^^^^^^^^^^^^ ListItems belongs to the family ListItems, but does not say which revision it is.
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "status": "Preview" } },
                                               ^^^^^^^^^^^^^^^^^^^^^ ListItems_V2 belongs to the family ListItems, but does not say which revision it is.
      "put": { "operationId": "FindItems", "x-ms-api-annotation": { "family": "ListItems" } },
                                           ^^^^^^^^^^^^^^^^^^^^^ FindItems belongs to the family ListItems, but does not say which revision it is.
      "patch": { "operationId": "AllItems", "x-ms-api-annotation": { "family": "ListItems", "revision": null } }
                                                                                                        ^^^^ AllItems belongs to the family ListItems, but does not say which revision it is.
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
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "family": "ListItems", "revision": 1 } },
      "post": { "operationId": "CreateItem", "x-ms-api-annotation": { "status": "Preview" } },
      "put": { "operationId": "SetItem", "x-ms-api-annotation": { "family": "SetItem", "revision":  } },
      "patch": { "operationId": "TagItem", "x-ms-api-annotation": { "family": "" } }
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
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "family": "ListItems", "revision": 1 } },
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 2, "status": "Preview" } },
      "put": { "operationId": "FindItems", "x-ms-api-annotation": { "family": "ListItems" } },
      "patch": { "operationId": "AllItems", "x-ms-api-annotation": { "family": "ListItems", "revision": null } }
    }
  }
}
`,
    ],
  },
});
