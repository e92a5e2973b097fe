import { defineRule } from "../rule.ts";
import { isSettled, reportOf, structureProblems } from "../structure.ts";

export default defineRule({
  id: "project-structure",
  section: "publication",
  families: ["definition", "powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Everything in .patchbay.yaml is a setting that there is, with a value that it can have.",
  why: "A setting with a slip in it is passed over, and the connector is checked otherwise than somebody decided.",
  todo: "Write the setting as the message says. Names of rules stand in the table of rules.",
  source: "Patchbay, settings of connectors",
  check: {
    entity(entity, { connector, report }) {
      if (entity.kind !== "file" || entity.file.role !== "project") return;
      for (const problem of structureProblems(entity, connector))
        if (problem.wrong !== "unknown" && isSettled(problem)) report({ ...reportOf(problem), severity: "warning" });
    },
  },
  examples: {
    bad: [
      `format_version: 1
=== .patchbay.yaml ===
profile: public
         ^^^^^^ "profile" is "public"; possible are custom, certified, independent.
rules:
  op-desc-required: loud
                    ^^^^ "op-desc-required" of rules is "loud"; possible are error, warning, info, hint, off.
only_new: maybe
          ^^^^^ "only_new" has to be true or false, but is text.
waivers:
  - rule: op-desc-require
          ^^^^^^^^^^^^^^^ "rule" of waivers.0 is "op-desc-require", which is unknown. Did you mean "op-desc-required"?
    ^^^^^^^^^^^^^^^^^^^^^ waivers.0 has no "value".
    at: apiDefinition.swagger.json#/host
    reason: Until March.
    author: dana
`,
    ],
    good: [
      `format_version: 1
=== .patchbay.yaml ===
profile: certified
rules:
  op-desc-required: off
only_new: true
baseline: git:main
`,
    ],
    fixed: [
      `format_version: 1
=== .patchbay.yaml ===
profile: public
rules:
  op-desc-required: loud
only_new: maybe
waivers:
  - rule: op-desc-required
    at: apiDefinition.swagger.json#/host
    reason: Until March.
    author: dana
`,
    ],
  },
});
