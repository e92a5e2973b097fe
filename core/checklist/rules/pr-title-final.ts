import { setValue } from "../../syntax/edits.ts";
import { isProposal, nameInTitle, pullRequestOf, SUFFIX } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "pr-title-final",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A pull request with a connector is titled by its name.",
  why: "Under another title it is taken for a proposal, or for the connector of a company, and waits in the wrong list.",
  todo: "Write `NAME (Independent Publisher)`, without the word Proposal.",
  source:
    "Read-me and pull request template of the connectors repository; Microsoft Learn, independent publisher certification",
  profiles: ["independent"],
  when: "submission",
  check: {
    entity(entity, { connector, report }) {
      const title = pullRequestOf(entity)?.get("title");
      const text = title?.string;
      // A proposal has a title of its own kind.
      if (!title || !text || isProposal(connector)) return;
      const name = nameInTitle(text);
      const wanted = `${name || "NAME"} ${SUFFIX}`;
      if (name && text === wanted) return;
      report({
        at: title.place,
        message: `The title is "${text}"; for a finished connector it is to be "${wanted}".`,
        ...(name && { fix: { title: `Write "${wanted}"`, edits: () => setValue(title, wanted) } }),
      });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "Proposal - HubSpot (Independent Publisher)" } }
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ it is to be "HubSpot (Independent Publisher)"
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "HubSpot" } }
                             ^^^^^^^^^ it is to be "HubSpot (Independent Publisher)"
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "Proposal" } }
                             ^^^^^^^^^^ it is to be "NAME (Independent Publisher)"
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "HubSpot (Independent Publisher)" } }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "" } }
`,
      `=== readme.md ===
# HubSpot
=== pull-request.event.json ===
{ "pull_request": { "title": "Proposal - HubSpot (Independent Publisher)" } }
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No pull request
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "HubSpot (Independent Publisher)" } }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "HubSpot (Independent Publisher)" } }
`,
    ],
  },
});
