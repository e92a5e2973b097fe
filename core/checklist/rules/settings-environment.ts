import { defineRule } from "../rule.ts";

const ID = /^(?:Default-)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
export default defineRule({
  id: "settings-environment",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "settings.json names the environment by its id.",
  why: "The service knows environments by their ids, and answers a name with an error.",
  todo: "Write the id, which is a GUID; that of the default environment begins with Default-.",
  source: "Schema of settings.json",
  check: {
    entity({ file, item }, { report }) {
      const environment = file.role === "settings" ? item.get("environment") : undefined;
      const text = environment?.string?.trim();
      if (!environment || !text || ID.test(text)) return;
      report({ at: environment.place, message: `"${text}" is no id of an environment.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "environment": "prod" }
                 ^^^^^^ "prod" is no id of an environment.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== settings.json ===
{ "environment": "Default-0f8fad5b-d9cb-469f-a165-70867728950e" }
`,
      `{ "swagger": "2.0" }
=== settings.json ===
{ "environment": "" }
`,
    ],
  },
});
