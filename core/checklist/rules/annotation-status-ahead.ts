import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { operationName, swaggerRoot } from "../swagger.ts";

const ANNOTATION = "x-ms-api-annotation";
const STATUSES = ["Preview", "Production"];

export default defineRule({
  id: "annotation-status-ahead",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "No operation is in production while its connector is a preview.",
  why: "An operation cannot be more mature than the connector that carries it; the validator refuses such a pair and any other status.",
  todo: "Set the operation's status to Preview, or the connector's in `info` to Production. There are only these two, in this spelling.",
  source: "Microsoft Learn, swagger validator errors, section Operations; operational versioning",
  codes: ["OperationStatusAheadOfConnector"],
  check: {
    operation(operation, { connector, report }) {
      const status = operation.item.path(ANNOTATION, "status");
      const value = status.string;
      if (value === undefined) return;
      const name = operationName(operation);
      if (!STATUSES.includes(value)) {
        const meant = STATUSES.find((one) => one.toLowerCase() === value.trim().toLowerCase());
        report({
          at: status.place,
          message: `Operation ${name} has the status "${value}"; only Preview and Production exist.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(status, meant) } }),
        });
        return;
      }
      // Only a status that is written down counts: most connectors in production say nothing about themselves.
      const whole = swaggerRoot(connector).path("info", ANNOTATION, "status").string;
      if (value !== "Production" || whole !== "Preview") return;
      report({
        at: status.place,
        message: `Operation ${name} is in production, but the connector is a preview.`,
        fix: { title: 'Set the status to "Preview"', edits: () => setValue(status, "Preview") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Preview" } },
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Production" } },
                                                                              ^^^^^^^^^^^^ Operation ListItems is in production, but the connector is a preview.
      "post": { "operationId": "CreateItem", "x-ms-api-annotation": { "status": "preview" } }
                                                                                ^^^^^^^^^ Operation CreateItem has the status "preview"; only Preview and Production exist.
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Beta" } }
                                                                              ^^^^^^ Operation ListItems has the status "Beta"; only Preview and Production exist.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Production" } },
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Preview" } },
      "post": { "operationId": "CreateItem", "x-ms-api-annotation": { "status": "Production" } }
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Says nothing about itself" },
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Production", "revision": 1 } }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Preview" } },
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "x-ms-api-annotation": { "status": "Preview" } },
      "post": { "operationId": "CreateItem", "x-ms-api-annotation": { "status": "Preview" } }
    }
  }
}
`,
      undefined,
    ],
  },
});
