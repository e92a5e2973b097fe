import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const MAX = 80;

export default defineRule({
  id: "opid-length",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `An operationId has at most ${MAX} characters.`,
  why: "The platform has a limit that it does not tell; no published connector has a longer id.",
  todo: "Choose a shorter id while the operation is new.",
  source: "Microsoft Learn, swagger validator errors, section Operations; longest id of published connectors",
  codes: ["OperationIdTooLong"],
  check: {
    operation({ id, idItem }, { report }) {
      if (id.length > MAX)
        report({
          at: partPlace(idItem, MAX, id.length),
          message: `The operationId has ${id.length} characters; ${MAX} are allowed.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItemsOfAProjectThatSomebodyHasCreatedAndThatNobodyHasClosedOrDeletedInTheMeantime" }
                                                                                                               ^^^^^ The operationId has 85 characters; 80 are allowed.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItemsOfAProjectThatSomebodyHasCreatedAndThatNobodyHasClosedOrDeletedSinceAug" }
    }
  }
}
`,
    ],
  },
});
