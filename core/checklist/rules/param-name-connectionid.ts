import { defineRule } from "../rule.ts";

export default defineRule({
  id: "param-name-connectionid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No parameter is called connectionId.",
  why: "The platform uses this name for the connection that a call goes through; a parameter of that name never reaches the service.",
  todo: "Give the parameter another name, and let a policy set the one that the service expects.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["ConnectionIdParameterNotAllowed", "ReservedParameterIsUsed"],
  check: {
    member: {
      name({ part, value, text }, { report }) {
        if (part.name === "parameter" && text?.trim() === "connectionId")
          report({ at: value.place, message: `The name ${text.trim()} is reserved for the platform.` });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{connectionId}": {
      "parameters": [{ "name": "connectionId", "in": "path", "required": true, "type": "string" }]
                               ^^^^^^^^^^^^^^ The name connectionId is reserved for the platform.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "parameters": { "connectionId": { "name": "connection", "in": "query", "type": "string", "default": "connectionId" } },
  "definitions": { "Item": { "properties": { "name": { "type": "string" }, "connectionId": { "type": "string" } } } }
}
`,
    ],
  },
});
