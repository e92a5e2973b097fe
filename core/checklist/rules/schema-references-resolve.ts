import { setValue } from "../../syntax/edits.ts";
import { valuesOf } from "../entities.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "schema-references-resolve",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every reference names a shared schema that exists.",
  why: "A reference into nothing leaves a part of the contract undefined.",
  todo: "Correct the name, or add the schema under `schemas`.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    entity(entity, { connector, report }) {
      if (entity.kind === "file") return;
      for (const item of valuesOf(entity, connector.family)) {
        const target = item.key === "$ref" ? item.string : undefined;
        const tree = item.file.tree;
        if (target === undefined) continue;
        if (target.startsWith("#/schemas/") && tree && tree.at(target.slice(1)) >= 0) continue;
        const name = nearest(
          target.replace(/^.*\//, ""),
          connector.definitions.children().map(({ key }) => key),
        );
        const proposal = `#/schemas/${name}`;
        report({
          at: item.place,
          message: target.startsWith("#/schemas/")
            ? `There is no schema ${target}.`
            : "References lead to #/schemas/… of the same file.",
          ...(name && { fix: { title: `Refer to ${proposal}`, edits: () => setValue(item, proposal) } }),
        });
      }
    },
  },
  examples: {
    bad: [
      `operations:
  a:
    response:
      schema: { $ref: "#/schemas/vehicel" }
                      ^^^^^^^^^^^^^^^^^^^ There is no schema
schemas:
  vehicle: { type: object }
`,
    ],
    good: [
      `operations:
  a:
    response:
      schema: { $ref: "#/schemas/vehicle" }
schemas:
  vehicle: { type: object }
`,
    ],
    fixed: [
      `operations:
  a:
    response:
      schema: { $ref: "#/schemas/vehicle" }
schemas:
  vehicle: { type: object }
`,
    ],
  },
});
