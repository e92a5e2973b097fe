import { defineRule } from "../rule.ts";

export default defineRule({
  id: "waiver-counts",
  section: "publication",
  families: ["definition", "powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every waiver says who decided it and why, has not ended, and is for something that still stands there.",
  why: "A waiver that outlives its reason hides the next mistake at the same place.",
  todo: "Remove a waiver that is needed no more. Where what it was given for has changed, decide anew.",
  source: "Patchbay, settings of connectors",
  // It is found where waivers are taken into account, after all other rules: see waivers.ts.
  check: {},
  examples: {
    bad: [
      `format_version: 1
=== .patchbay.yaml ===
waivers:
  - rule: slug-format
    at: example.connector.yaml#/overview/slug
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no finding of slug-format at example.connector.yaml#/overview/slug any more: remove the waiver.
    value: 00000000000
    reason: The name is older than the rule.
    author: dana
  - rule: slug-format
          ^^^^^^^^^^^ This waiver has no reason and does not count: write why the finding may stay.
    at: example.connector.yaml#/overview/name
    value: 00000000000
    reason:
    author: dana
  - rule: slug-format
    at: example.connector.yaml#/overview/type
    value: 00000000000
    reason: Until the next release.
    author: dana
    expires: 2025-12-31
             ^^^^^^^^^^ This waiver ended on 2025-12-31: mend what it is for, or decide anew and give a later day.
`,
    ],
    good: [
      `format_version: 1
=== .patchbay.yaml ===
waivers: []
`,
    ],
    fixed: [
      `format_version: 1
=== .patchbay.yaml ===
waivers:
  - rule: slug-format
    at: example.connector.yaml#/overview/name
    value: 00000000000
    reason:
    author: dana
  - rule: slug-format
    at: example.connector.yaml#/overview/type
    value: 00000000000
    reason: Until the next release.
    author: dana
    expires: 2025-12-31
`,
    ],
  },
});
