import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";
import { isEnvironmentVariable } from "../values.ts";

export default defineRule({
  id: "basepath-slash",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The base path starts with a slash.",
  why: "It is put right behind the host; without a slash the host becomes another one.",
  todo: 'Put a `/` in front of it. Where there is no base path, write "/" or leave `basePath` out.',
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["BasePathNotValid"],
  check: {
    connector(connector, { report }) {
      const base = swaggerRoot(connector).get("basePath");
      const text = base.string;
      if (text === undefined || text.startsWith("/") || isEnvironmentVariable(text)) return;
      const path = `/${text.trim().replace(/^\/+/, "")}`;
      report({
        at: base.place,
        message: text ? `The base path "${text}" does not start with a slash.` : "The base path is empty.",
        fix: { title: `Set basePath to "${path}"`, edits: () => setValue(base, path) },
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "host": "api.example.com",
  "basePath": "v1/items"
              ^^^^^^^^^^ The base path "v1/items" does not start with a slash.
}
`,
      `{
  "swagger": "2.0",
  "basePath": ""
              ^^ The base path is empty.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "basePath": "/"
}
`,
      `{
  "swagger": "2.0",
  "basePath": "@environmentVariables('items_base')"
}
`,
      `{
  "swagger": "2.0",
  "host": "api.example.com"
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "host": "api.example.com",
  "basePath": "/v1/items"
}
`,
      `{
  "swagger": "2.0",
  "basePath": "/"
}
`,
    ],
  },
});
