import { setMember } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { lacks, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "swagger-version-2",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: 'The definition says that it is Swagger "2.0".',
  why: "The platform reads this version only; OpenAPI 3 documents are refused.",
  todo: 'Write `"swagger": "2.0"`, with the quotes. An OpenAPI 3 document has to be converted first.',
  source: "Microsoft Learn, swagger validator errors, section Properties; custom connector questions and answers",
  codes: ["SpecificationVersionIncorrect"],
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const version = root.get("swagger");
      const openapi = root.get("openapi");
      if (version.string === "2.0" || (version.exists && version.kind === Kind.missing)) return;
      if (!version.exists && openapi.exists) {
        report({
          at: openapi.place,
          message: `This is an OpenAPI ${openapi.string ?? "3"} document; the platform reads Swagger 2.0 only.`,
        });
        return;
      }
      if (!version.exists && !lacks(root, "swagger")) return;
      report({
        at: version.exists ? version.place : root.keyPlace,
        message: version.exists
          ? 'The version has to be the text "2.0".'
          : 'The definition does not say that it is Swagger "2.0".',
        fix: { title: 'Set swagger to "2.0"', edits: () => setMember(root, "swagger", "2.0") },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": 2.0,
             ^^^ The version has to be the text "2.0".
  "paths": {}
}
`,
      `{
^ The definition does not say that it is Swagger "2.0".
  "info": { "title": "Contoso" }
}
`,
      `{
  "openapi": "3.0.1",
             ^^^^^^^ This is an OpenAPI 3.0.1 document; the platform reads Swagger 2.0 only.
  "paths": {}
}
`,
    ],
    good: [
      `{
  "swagger": "2.0"
}
`,
      `{
  "swagger":
}
`,
      `=== apiProperties.json ===
{ "properties": {} }
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {}
}
`,
      `{
  "info": { "title": "Contoso" },
  "swagger": "2.0"
}
`,
      undefined,
    ],
  },
});
