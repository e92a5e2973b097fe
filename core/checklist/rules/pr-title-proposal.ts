import { setValue } from "../../syntax/edits.ts";
import { isProposal, nameInTitle, pullRequestOf, SUFFIX } from "../pull-requests.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "pr-title-proposal",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A proposal is titled as proposals are.",
  why: "Proposals of independent publishers are found and sorted by their titles.",
  todo: "Write `Proposal - NAME (Independent Publisher)`, with the name of the connector.",
  source:
    "Read-me and pull request template of the connectors repository; Microsoft Learn, independent publisher certification",
  profiles: ["independent"],
  when: "submission",
  check: {
    entity(entity, { connector, report }) {
      const title = pullRequestOf(entity)?.get("title");
      const text = title?.string;
      if (!title || !text || !isProposal(connector)) return;
      const name = nameInTitle(text);
      const wanted = `Proposal - ${name || "NAME"} ${SUFFIX}`;
      if (name && text === wanted) return;
      report({
        at: title.place,
        message: `The title of the proposal is "${text}"; it is to be "${wanted}".`,
        ...(name && { fix: { title: `Write "${wanted}"`, edits: () => setValue(title, wanted) } }),
      });
    },
  },
  examples: {
    bad: [
      `=== readme.md ===
# HubSpot
=== pull-request.event.json ===
{ "pull_request": { "title": "Proposal: HubSpot" } }
                             ^^^^^^^^^^^^^^^^^^^ it is to be "Proposal - HubSpot (Independent Publisher)"
`,
    ],
    good: [
      `=== readme.md ===
# HubSpot
=== pull-request.event.json ===
{ "pull_request": { "title": "Proposal - HubSpot (Independent Publisher)" } }
`,
      `{ "swagger": "2.0" }
=== pull-request.event.json ===
{ "pull_request": { "title": "HubSpot (Independent Publisher)" } }
`,
      `{ "swagger": "2.0" }
=== readme.md ===
# No pull request
`,
    ],
    fixed: [
      `=== readme.md ===
# HubSpot
=== pull-request.event.json ===
{ "pull_request": { "title": "Proposal - HubSpot (Independent Publisher)" } }
`,
    ],
  },
});
