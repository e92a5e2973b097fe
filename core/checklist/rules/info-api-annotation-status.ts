import { setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { ANNOTATION } from "../annotations.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

const STATUSES = ["Preview", "Production"];
/** What people call the two elsewhere. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  alpha: "Preview",
  beta: "Preview",
  test: "Preview",
  ga: "Production",
  prod: "Production",
  live: "Production",
  stable: "Production",
};
/** Addresses under which services offer what is not final. */
const UNFINISHED = /(?:^|[./-])(?:alpha|beta|preview)(?=$|[./-])/i;

export default defineRule({
  id: "info-api-annotation-status",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The status of the connector is Preview or Production, and Preview while its service is a beta.",
  why: "The catalogue marks previews by it; no other status exists, and a connector cannot be more final than what it calls.",
  todo: "Write Preview for a new connector. Production comes when the service itself is generally available.",
  source: "Microsoft Learn, operational versioning; swagger validator errors, section Properties",
  codes: ["ProductionStatusOnBetaService"],
  check: {
    member: {
      [ANNOTATION]({ part, value }, { connector, report }) {
        if (part.name !== "info" || !value.isObject) return;
        const status = value.get("status");
        if (!status.exists || status.kind === Kind.missing || status.kind === Kind.null) return;
        const text = status.string ?? "";
        if (!STATUSES.includes(text)) {
          const meant = OTHER_NAMES[text.trim().toLowerCase()] ?? nearest(text.trim(), STATUSES);
          report({
            at: status.place,
            message: `The connector has the status ${status.source}; only Preview and Production exist.`,
            ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(status, meant) } }),
          });
          return;
        }
        const root = swaggerRoot(connector);
        const address = `${root.get("host").string ?? ""}${root.get("basePath").string ?? ""}`;
        const beta = text === "Production" && UNFINISHED.exec(address)?.[0].replace(/^[./-]/, "");
        if (beta)
          report({
            at: status.place,
            message: `The connector is in production, but its service at ${address} is a ${beta.toLowerCase()}.`,
            fix: { title: 'Set the status to "Preview"', edits: () => setValue(status, "Preview") },
          });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "GA" } }
                                                                   ^^^^ The connector has the status "GA"; only Preview and Production exist.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "preview" } }
                                                                   ^^^^^^^^^ The connector has the status "preview"; only Preview and Production exist.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": true } }
                                                                   ^^^^ The connector has the status true; only Preview and Production exist.
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Production" } },
                                                                   ^^^^^^^^^^^^ The connector is in production, but its service at api.contoso.com/beta/ is a beta.
  "host": "api.contoso.com",
  "basePath": "/beta/"
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Production" } },
  "host": "alphabeta.contoso.com",
  "basePath": "/v1"
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Preview" } },
  "host": "beta.contoso.com"
}
`,
      `{
  "swagger": "2.0",
  "paths": { "/items": { "get": { "x-ms-api-annotation": { "status": "Beta" } } } }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status":  } }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Production" } }
}
`,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Preview" } }
}
`,
      undefined,
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso", "x-ms-api-annotation": { "status": "Preview" } },
  "host": "api.contoso.com",
  "basePath": "/beta/"
}
`,
    ],
  },
});
