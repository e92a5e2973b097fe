import { defineVersionRule } from "../rule.ts";

const before = `overview:
  name: A
`;
const after = `overview:
  name: B
`;

export default defineVersionRule({
  id: "overview-changed",
  change: "overview.changed",
  families: ["definition"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "Name, description, icon or limitations of the connector changed.",
  why: "Only what people read changes; no call and no saved step is touched.",
  todo: "Publish it as a patch version.",
  message: (fact) => `${fact.entity} changed.`,
  examples: [
    { before, after, expect: ["overview-changed"] },
    {
      before,
      after: `overview:
  name: "A"
`,
      expect: [],
    },
  ],
});
