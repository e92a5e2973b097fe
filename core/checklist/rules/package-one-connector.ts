import { changedFolders, pullRequestOf } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "package-one-connector",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A pull request has one connector.",
  why: "Each is reviewed, tested and published by itself; together the last one ready holds up the others.",
  todo: "Send a pull request for each connector.",
  source: "Microsoft Learn, independent publisher certification; reviews in the connectors repository",
  when: "submission",
  check: {
    entity(entity, { report }) {
      const request = pullRequestOf(entity);
      const folders = request ? changedFolders(entity) : [];
      if (!request || folders.length < 2) return;
      const title = request.get("title");
      report({
        at: (title.exists ? title : request).place,
        message: `The pull request changes ${folders.length} connectors: ${folders.join(", ")}.`,
      });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "Two" }, "connectors": ["custom-connectors/A", "custom-connectors/B"] }
                             ^^^^^ The pull request changes 2 connectors: custom-connectors/A, custom-connectors/B.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "One" }, "connectors": ["custom-connectors/A"] }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "One" } }
`,
    ],
  },
});
