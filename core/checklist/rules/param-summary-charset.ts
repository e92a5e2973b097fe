import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isVisible, parameterName, partPlace } from "../swagger.ts";
import { listed, plainName, saysSame, signsOf } from "../wording.ts";

export default defineRule({
  id: "param-summary-charset",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The x-ms-summary of a parameter consists of letters, digits and parentheses.",
  why: "It is a label; signs in it make it harder to read and to translate, and a sentence belongs into the description.",
  todo: "Put it in words without other signs. The validator lets them pass.",
  source: "Microsoft Learn, preparing connector files for certification",
  check: {
    parameter(parameter, { report }) {
      const { summary } = parameter;
      const text = summary.string?.trimEnd();
      const [first, ...others] = text ? signsOf(text) : [];
      if (!text || !first || !isVisible(parameter)) return;
      const plain = plainName(text);
      report({
        at: partPlace(summary, first.at, first.at + first.sign.length),
        message: `${parameterName(parameter)} has an x-ms-summary with ${listed([first, ...others])}.`,
        // A label that the description only repeats would be no better.
        ...(plain &&
          !saysSame(plain, parameter.description.string ?? "") && {
            fix: { title: `Change it to "${plain}"`, edits: () => setValue(summary, plain) },
          }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "Start-date/time" },
                                                              ^ Parameter a of ListItems has an x-ms-summary with "-", "/".
          { "name": "b", "in": "query", "x-ms-summary": "*item_id: " },
                                                         ^ Parameter b of ListItems has an x-ms-summary with "*", "_", ":".
          { "name": "c", "in": "query", "x-ms-summary": "Owner's name, if any" },
                                                              ^ Parameter c of ListItems has an x-ms-summary with "'", ",".
          { "name": "d", "in": "query", "x-ms-summary": "$" },
                                                         ^ Parameter d of ListItems has an x-ms-summary with "$".
          { "name": "e", "in": "query", "x-ms-summary": "e-mail - new" },
                                                          ^ Parameter e of ListItems has an x-ms-summary with "-".
          { "name": "f", "in": "query", "x-ms-summary": "Created-updated-deleted" }
                                                                ^ Parameter f of ListItems has an x-ms-summary with "-".
        ]
      }
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
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "Größe 2 (cm)" },
          { "name": "b", "in": "query", "x-ms-summary": "b-b", "x-ms-visibility": "internal" },
          { "name": "c", "in": "body", "x-ms-summary": "c-c" },
          { "name": "d", "in": "query", "x-ms-summary": "" },
          { "name": "e", "in": "query", "x-ms-summary":  }
        ]
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": {
        "operationId": "ListItems",
        "parameters": [
          { "name": "a", "in": "query", "x-ms-summary": "Start date or time" },
          { "name": "b", "in": "query", "x-ms-summary": "item id" },
          { "name": "c", "in": "query", "x-ms-summary": "Owner's name, if any" },
          { "name": "d", "in": "query", "x-ms-summary": "$" },
          { "name": "e", "in": "query", "x-ms-summary": "email (new)" },
          { "name": "f", "in": "query", "x-ms-summary": "Created-updated-deleted" }
        ]
      }
    }
  }
}
`,
    ],
  },
});
