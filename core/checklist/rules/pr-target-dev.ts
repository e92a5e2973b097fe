import { pullRequestOf } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "pr-target-dev",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Pull requests go to the branch dev.",
  why: "What goes to any other branch is closed or has to be sent again; the owners of the repository bring dev forward themselves.",
  todo: "Choose dev as the base of the pull request.",
  source: "Read-me and pull request template of the connectors repository",
  when: "submission",
  check: {
    entity(entity, { report }) {
      const base = pullRequestOf(entity)?.path("base", "ref");
      if (base?.string && base.string !== "dev")
        report({ at: base.place, message: `The pull request goes to ${base.string}; it is to go to dev.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "base": { "ref": "master" } } }
                                     ^^^^^^^^ The pull request goes to master
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "base": { "ref": "dev" } } }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": {} }
`,
    ],
  },
});
