import { KINDS, pullRequestOf } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "pr-label",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The pull request has the label of its kind of connector.",
  why: "Reviewers take their work from the list that the label makes.",
  todo: "Add the label `certified-connector`, `independent-publisher-connector` or `custom-connector`.",
  source: "Read-me and pull request template of the connectors repository",
  when: "submission",
  check: {
    entity(entity, { profile, report }) {
      const labels = pullRequestOf(entity)?.get("labels");
      if (!labels?.isArray) return;
      const names = labels.children().map((label) => label.get("name").string);
      const { label } = KINDS[profile];
      if (!names.includes(label)) report({ at: labels.place, message: `The pull request lacks the label ${label}.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "labels": [{ "name": "certified" }] } }
                    ^^^^^^^^ The pull request lacks the label certified-connector.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "labels": [{ "name": "new" }, { "name": "certified-connector" }] } }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "Unknown" } }
`,
    ],
  },
});
