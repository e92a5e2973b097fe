import { defineRule } from "../rule.ts";

export default defineRule({
  id: "settings-not-submitted",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The settings of a tenant are not submitted.",
  why: "They name a connector and an environment of one tenant, which is nobody else's business.",
  todo: "Leave settings.json out of the pull request, for example with a line in .gitignore.",
  source: "Readme of the connectors repository",
  when: "submission",
  check: {
    entity({ file, item }, { report }) {
      if (file.role !== "settings") return;
      for (const key of ["connectorId", "environment"]) {
        const value = item.get(key);
        if (!value.string?.trim()) continue;
        report({ at: value.place, message: `"${key}" belongs to one tenant and is not submitted.` });
        return;
      }
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "connectorId": "shared_contoso" }
                 ^^^^^^^^^^^^^^^^ "connectorId" belongs to one tenant and is not submitted.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "connectorId": null, "environment": "" }
`,
    ],
  },
});
