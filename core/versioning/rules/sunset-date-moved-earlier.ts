import { defineVersionRule } from "../rule.ts";

const before = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" }
    },
    "/things": {
      "get": { "operationId": "ListThings", "deprecated": true, "x-sunset": "2099-06-30" }
    }
  }
}
`;
const after = `{
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems" }
    },
    "/things": {
      "get": { "operationId": "ListThings", "deprecated": true, "x-sunset": "2099-03-31" }
    }
  }
}
`;

export default defineVersionRule({
  id: "sunset-date-moved-earlier",
  change: "operation.sunset-moved-earlier",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "major",
  since: "0.1.0",
  summary: "The day until which a deprecated operation stays was moved to an earlier one.",
  why: "People planned to move by the day that they were told.",
  breaks: "People who planned to move by the day that they were told.",
  todo: "Keep the day, or name a later one. The day of a whole connector is set in the registry, which refuses an earlier one.",
  witness: { step: "GetItem(id: 7) on the day that was promised", before: "200", after: "removed a month before" },
  message: (fact) => `The ${fact.entity} moved from ${fact.from} to ${fact.to}, which is earlier.`,
  examples: [
    { before, after, expect: ["sunset-date-moved-earlier"] },
    { before: after, after: before, expect: ["sunset-date-moved-later"] },
  ],
});
