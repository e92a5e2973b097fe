import { pullRequestOf } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

const OPEN = /^\s*[-*+]\s+\[\s?\]\s*(.*)$/gm;
const DONE = /^\s*[-*+]\s+\[[xX]\]/gm;

export default defineRule({
  id: "pr-checklist",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every point of the pull request's checklist is ticked.",
  why: "Reviewers ask for each open point, which costs a round of days.",
  todo: "Make sure of each point, and tick it: `- [x]`.",
  source: "Read-me and pull request template of the connectors repository",
  when: "submission",
  check: {
    entity(entity, { report }) {
      const body = pullRequestOf(entity)?.get("body");
      const text = body?.string;
      if (!body || !text) return;
      const open = [...text.matchAll(OPEN)].map((match) => (match[1] ?? "").trim());
      const done = text.match(DONE)?.length ?? 0;
      const [first, ...more] = open;
      if (first !== undefined)
        report({
          at: body.place,
          message: `${more.length ? `${open.length} points of the checklist are` : "A point of the checklist is"} not ticked: "${first.slice(0, 80)}"${more.length ? " and others" : ""}.`,
        });
      else if (done === 0)
        report({ at: body.place, message: "The pull request has no checklist; its template has one." });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "body": "- [x] It works\\n- [ ] It has no icon\\n* [ ] Done" } }
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2 points of the checklist are not ticked: "It has no icon" and others.
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "body": "Please merge." } }
                            ^^^^^^^^^^^^^^^ The pull request has no checklist
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "body": "- [x] It works\\n- [X] It has no icon" } }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "body": null } }
`,
    ],
  },
});
