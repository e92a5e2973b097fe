import { setMember } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

export default defineRule({
  id: "annotation-revision-unique",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The revisions of an operation have numbers of their own, and at most one has none.",
  why: "The platform tells the revisions of a family apart by their numbers; with one number twice it cannot say which is newer.",
  todo: "Give each operation of the family the next whole number, from 1; the one without a number counts as 1.",
  source: "Microsoft Learn, swagger validator errors, section Operations; operational versioning",
  codes: ["OperationFamilyHasDuplicateRevisions", "OperationFamilyHasManyEmptyRevisions"],
  check: {
    operation(operation, { report }) {
      const { item } = operation;
      const revision = item.path(ANNOTATION, "revision");
      if (!revision.exists || revision.kind === Kind.missing || revision.kind === Kind.null) return;
      if (revision.number !== undefined && Number.isInteger(revision.number) && revision.number >= 1) return;
      const number = Number(revision.string);
      report({
        at: revision.place,
        message: `The revision of ${operationName(operation)} is no whole number from 1.`,
        ...(Number.isInteger(number) &&
          number >= 1 && {
            fix: {
              title: `Replace it by ${number}`,
              edits: () => setMember(item.get(ANNOTATION), "revision", number),
            },
          }),
      });
    },
    connector(connector, { report }) {
      for (const [family, members] of connector.operationFamilies) {
        const taken = new Set(members.map(({ item }) => item.path(ANNOTATION, "revision").number ?? 1));
        const first = new Map<number, string>();
        for (const operation of members) {
          const annotation = operation.item.get(ANNOTATION);
          const revision = annotation.get("revision");
          if (revision.exists && revision.number === undefined && revision.kind !== Kind.null) continue;
          const number = revision.number ?? 1;
          const owner = first.get(number);
          if (owner === undefined) {
            first.set(number, operationName(operation));
            continue;
          }
          let free = 1;
          while (taken.has(free)) free++;
          taken.add(free);
          report({
            at: revision.exists ? revision.place : annotation.exists ? annotation.keyPlace : operation.idItem.place,
            message: revision.exists
              ? `Revision ${number} of the family ${family} is that of ${owner} already.`
              : `${operationName(operation)} of the family ${family} has no revision and so counts as 1, as ${owner} does.`,
            ...(annotation.isObject && {
              fix: {
                title: `Set the revision to ${free}`,
                edits: () => setMember(annotation, "revision", free, "family"),
              },
            }),
          });
        }
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" },
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems" } },
                                               ^^^^^^^^^^^^^^^^^^^^^ ListItems_V2 of the family ListItems has no revision and so counts as 1, as ListItems does.
      "put": { "operationId": "ListItems_V3", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } },
      "patch": { "operationId": "ListItems_V4", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } }
                                                                                                            ^ Revision 2 of the family ListItems is that of ListItems_V3 already.
    },
    "/lists": {
      "get": { "operationId": "GetLists", "x-ms-api-annotation": { "revision": "2" } },
                                                                               ^^^ The revision of GetLists is no whole number from 1.
      "put": { "operationId": "SetLists", "x-ms-api-annotation": { "revision": 1.5 } }
                                                                               ^^^ The revision of SetLists is no whole number from 1.
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
      "get": { "operationId": "ListItems" },
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } },
      "put": { "operationId": "SetItems", "x-ms-api-annotation": { "family": "SetItems", "revision": 2 } },
      "patch": { "operationId": "Half", "x-ms-api-annotation": { "family": "ListItems", "revision":  } }
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
      "get": { "operationId": "ListItems" },
      "post": { "operationId": "ListItems_V2", "x-ms-api-annotation": { "family": "ListItems", "revision": 3 } },
      "put": { "operationId": "ListItems_V3", "x-ms-api-annotation": { "family": "ListItems", "revision": 2 } },
      "patch": { "operationId": "ListItems_V4", "x-ms-api-annotation": { "family": "ListItems", "revision": 4 } }
    },
    "/lists": {
      "get": { "operationId": "GetLists", "x-ms-api-annotation": { "revision": 2 } },
      "put": { "operationId": "SetLists", "x-ms-api-annotation": { "revision": 1.5 } }
    }
  }
}
`,
    ],
  },
});
