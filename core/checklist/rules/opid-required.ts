import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace } from "../swagger.ts";
import { freeName, idFromRoute } from "../text.ts";

export default defineRule({
  id: "opid-required",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every operation has an operationId.",
  why: "Flows and apps remember an operation by its id; without one it cannot be imported at all.",
  todo: "Add an `operationId` in Pascal case that starts with a verb, such as ListItems.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationIdRequired"],
  check: {
    operation({ item, method, path, connector }, { report }) {
      if (!lacksText(item, "operationId")) return;
      const id = freeName(idFromRoute(method, path), new Set(connector.operationIds));
      report({
        at: memberPlace(item, "operationId"),
        message: `${method} ${path} has no operationId.`,
        fix: { title: `Add "operationId": "${id}"`, edits: () => setMember(item, "operationId", id, "description") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/v1/work-items": {
      "get": {
      ^^^^^ GET /v1/work-items has no operationId.
        "summary": "List work items"
      },
      "post": { "operationId": " " }
                               ^^^ POST /v1/work-items has no operationId.
    },
    "/v1/categories/{id}": {
      "get": {},
      ^^^^^ GET /v1/categories/{id} has no operationId.
      "delete": { "operationId": null }
                                 ^^^^ DELETE /v1/categories/{id} has no operationId.
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
      "get": { "operationId": "ListItems" },
      "parameters": [],
      "x-ms-notification-content": { "schema": {} }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "operationId":
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/v1/work-items": {
      "get": {
        "summary": "List work items",
        "operationId": "ListWorkItems"
      },
      "post": { "operationId": "CreateWorkItem" }
    },
    "/v1/categories/{id}": {
      "get": {
        "operationId": "GetCategory"
      },
      "delete": { "operationId": "DeleteCategory" }
    }
  }
}
`,
    ],
  },
});
