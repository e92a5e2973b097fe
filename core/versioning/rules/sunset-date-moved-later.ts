import { defineVersionRule } from "../rule.ts";

const before = `{
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
const after = `{
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

export default defineVersionRule({
  id: "sunset-date-moved-later",
  change: "operation.sunset-moved-later",
  families: ["powerplatform"],
  direction: "metadata",
  requires: "patch",
  since: "0.1.0",
  summary: "The day until which a deprecated operation stays was moved to a later one.",
  why: "People have more time than they were told.",
  todo: "Publish it as a patch version. The day of a whole connector is set in the registry.",
  message: (fact) => `The ${fact.entity} moved from ${fact.from} to ${fact.to}.`,
  examples: [
    { before, after, expect: ["sunset-date-moved-later"] },
    { before: after, after: before, expect: ["sunset-date-moved-earlier"] },
  ],
});
