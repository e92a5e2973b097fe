import { renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete, operationName, swaggerRoot } from "../swagger.ts";

/** The status that was meant, where the key says it in another way. */
function meantBy(key: string): string | undefined {
  const text = key.trim().toLowerCase();
  if (text === "default" || /^[1-5]\d\d$/.test(text)) return text;
  if (/^[1-5]xx$/.test(text)) return `${text[0]}00`;
  return /^(?:ok|success)$/.test(text) ? "200" : undefined;
}

export default defineRule({
  id: "response-code-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Responses are named by an HTTP status of three digits, or default.",
  why: "The platform finds the response by the status that the service answers with; another name is never found.",
  todo: 'Write the status, such as "200". Ranges such as 2XX do not exist; "default" stands for every status that is not listed.',
  source: "Microsoft Learn, swagger validator errors, section Operations; Swagger 2.0",
  codes: ["ResponseMustBeDefaultOrHttpStatusCode"],
  check: {
    response({ operation, status, use }, { connector, report }) {
      if (status === "default" || /^[1-5]\d\d$/.test(status)) return;
      // Where a bracket is missing, members of the operation may seem to be responses.
      if (!isComplete(swaggerRoot(connector))) return;
      const meant = meantBy(status);
      const free = meant && !use.parent.get(meant).exists;
      report({
        at: use.keyPlace,
        message: `"${status}" in the responses of ${operationName(operation)} is no HTTP status.`,
        ...(free && { fix: { title: `Rename it to "${meant}"`, edits: () => renameKey(use, meant) } }),
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
        "responses": {
          "2XX": { "description": "OK" },
          ^^^^^ "2XX" in the responses of ListItems is no HTTP status.
          "Default": { "description": "Anything else" },
          ^^^^^^^^^ "Default" in the responses of ListItems is no HTTP status.
          "20": { "description": "OK" }
          ^^^^ "20" in the responses of ListItems is no HTTP status.
        }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": { "200": { "description": "OK" }, "success": { "description": "OK" } }
                                                       ^^^^^^^^^ "success" in the responses of CreateItem is no HTTP status.
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
        "responses": {
          "200": { "description": "OK" },
          "529": { "description": "Busy" },
          "default": { "description": "Anything else" },
          "x-note": { "description": "None" }
        }
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
        "responses": {
          "200": { "description": "OK" },
          "default": { "description": "Anything else" },
          "20": { "description": "OK" }
        }
      },
      "post": {
        "operationId": "CreateItem",
        "responses": { "200": { "description": "OK" }, "success": { "description": "OK" } }
      }
    }
  }
}
`,
    ],
  },
});
