import { Shape } from "../../model/shape.ts";
import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName } from "../swagger.ts";

const NAMES = ["nextLink", "@odata.nextLink"];

export default defineRule({
  id: "pageable-nextlink",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The link to the next page is called nextLink or @odata.nextLink.",
  why: "The platform follows links of these two names only; with another one a flow sees the first page and nothing more.",
  todo: "Set `nextLinkName` to one of the two, and let a policy rename the field where the service calls it otherwise.",
  source: "Microsoft Learn, swagger validator errors, section Operations; schema of the definition",
  codes: ["InvalidNextLinkNameValue"],
  check: {
    operation(operation, { report }) {
      const name = operation.pagination.get("nextLinkName");
      const text = name.string;
      if (text === undefined || NAMES.includes(text)) return;
      const schema = new Shape(operation.responses.find(({ success }) => success)?.schema ?? name.get(""));
      const meant =
        NAMES.find((one) => isComplete(schema.item) && schema.properties.has(one)) ??
        (/odata/i.test(text) ? "@odata.nextLink" : "nextLink");
      report({
        at: name.place,
        message: `nextLinkName of ${operationName(operation)} is "${text}"; only nextLink and @odata.nextLink are followed.`,
        fix: { title: `Replace it by "${meant}"`, edits: () => setValue(name, meant) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "next" } },
                                                                              ^^^^^^ nextLinkName of ListItems is "next"; only nextLink and @odata.nextLink are followed.
      "post": {
        "operationId": "FindItems",
        "x-ms-pageable": { "nextLinkName": "nextlink" },
                                           ^^^^^^^^^^ nextLinkName of FindItems is "nextlink"; only nextLink and @odata.nextLink are followed.
        "responses": { "200": { "schema": { "properties": { "@odata.nextLink": { "type": "string" } } } } }
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
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "@odata.nextLink" } },
      "post": { "operationId": "FindItems", "x-ms-pageable": { "nextLinkName": "nextLink" } },
      "put": { "operationId": "SetItems", "x-ms-pageable": { "nextLinkName":  } }
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
      "get": { "operationId": "ListItems", "x-ms-pageable": { "nextLinkName": "nextLink" } },
      "post": {
        "operationId": "FindItems",
        "x-ms-pageable": { "nextLinkName": "@odata.nextLink" },
        "responses": { "200": { "schema": { "properties": { "@odata.nextLink": { "type": "string" } } } } }
      }
    }
  }
}
`,
    ],
  },
});
