import { cdm } from "../../model/cdm.ts";
import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "mapping-domain-known",
  section: "mappings",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Mapping sets name a domain and fields of the canonical data model, and operations that exist.",
  why: "A mapping to a field that does not exist is never used.",
  todo: "Pick the domain, field or operation from the list that completion offers.",
  source: "Publishing page, pre-publication checklist: field mappings",
  check: {
    mapping({ name, domain, fields, operations }, { connector, report }) {
      const known = cdm.get(domain.string ?? "");
      if (!known) {
        const near = nearest(domain.string ?? "", [...cdm.keys()]);
        if (domain.exists)
          report({
            at: domain.place,
            message: `There is no domain "${domain.string ?? ""}".`,
            ...(near && { fix: { title: `Use ${near}`, edits: () => setValue(domain, near) } }),
          });
        else
          report({
            at: fields[0]?.mapping.item.keyPlace ?? domain.place,
            message: `The mapping set ${name} names no domain.`,
          });
      }
      for (const field of fields) {
        if (!known || !Object.keys(known.fields).length || known.fields[field.target]) continue;
        report({
          at: field.item.keyPlace,
          severity: known.complete ? "error" : "hint",
          message: `${known.name} has no field ${field.target} that is known here.`,
        });
      }
      for (const operation of operations.children()) {
        if (operation.string && !connector.operation(operation.string))
          report({ at: operation.place, message: `There is no operation ${operation.string}.` });
      }
    },
  },
  examples: {
    bad: [
      `operations:
  list_cars: {}
field_mappings:
  car:
    domain: Vehicles
            ^^^^^^^^ There is no domain
    operations: [list_cars, list_trucks]
                            ^^^^^^^^^^^ There is no operation
    fields: { vin: vin }
`,
    ],
    good: [
      `operations:
  a: {}
field_mappings:
  car: { domain: Order, operations: [a], fields: { number: no } }
`,
    ],
    fixed: [
      `operations:
  list_cars: {}
field_mappings:
  car:
    domain: Vehicle
    operations: [list_cars, list_trucks]
    fields: { vin: vin }
`,
    ],
  },
});
