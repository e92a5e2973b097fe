import { insertMember, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { swaggerRoot } from "../swagger.ts";
import { isEnvironmentVariable } from "../values.ts";

const HOST = /^[^\s{}/\\:?#]+(?::\d+)?$/;

export default defineRule({
  id: "host-valid",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The host is a bare host name, with a port at most.",
  why: "The address of every call is put together from scheme, host and base path; anything else in the host breaks them all.",
  todo: "Move the scheme to `schemes` and the path to `basePath`; a host that differs per connection is set by a policy. Expressions with environment variables are fine.",
  source: "Microsoft Learn, swagger validator errors; schema of the definition",
  codes: ["HostNameNotValid"],
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      const host = root.get("host");
      const text = host.string;
      if (!text?.trim() || HOST.test(text) || isEnvironmentVariable(text)) return;
      const parts = /^\s*(?:[a-z][a-z0-9+.-]*:\/\/)?([^\s{}/\\:?#]+(?::\d+)?)(\/[^\s?#]*)?\s*$/i.exec(text);
      const name = parts?.[1];
      const path = (parts?.[2] ?? "").replace(/\/+$/, "");
      const base = root.get("basePath");
      report({
        at: host.place,
        message: `The host "${text}" is not a bare host name.`,
        ...(name && {
          fix: {
            title: path ? `Set host to "${name}" and basePath to "${path}"` : `Set host to "${name}"`,
            edits: () => [
              ...setValue(host, name),
              ...(!path
                ? []
                : base.exists
                  ? setValue(base, path + (base.string === "/" ? "" : (base.string ?? "")))
                  : insertMember(root, "basePath", path, "host")),
            ],
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "host": "https://api.contoso.com/v1/",
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The host "https://api.contoso.com/v1/" is not a bare host name.
  "schemes": ["https"]
}
`,
      `{
  "swagger": "2.0",
  "host": "api.contoso.com/v1",
          ^^^^^^^^^^^^^^^^^^^^ The host "api.contoso.com/v1" is not a bare host name.
  "basePath": "/tasks"
}
`,
      `{
  "swagger": "2.0",
  "host": "{{your domain}}"
          ^^^^^^^^^^^^^^^^^ The host "{{your domain}}" is not a bare host name.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "host": "api.contoso.com:8443"
}
`,
      `{
  "swagger": "2.0",
  "host": "@environmentVariables(\\"contoso_host\\")"
}
`,
      `{
  "swagger": "2.0",
  "host": "localhost"
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "host": "api.contoso.com",
  "basePath": "/v1",
  "schemes": ["https"]
}
`,
      `{
  "swagger": "2.0",
  "host": "api.contoso.com",
  "basePath": "/v1/tasks"
}
`,
      undefined,
    ],
  },
});
