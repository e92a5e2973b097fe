import { defineRule } from "../rule.ts";
import { lacksText, memberPlace, swaggerRoot } from "../swagger.ts";

export default defineRule({
  id: "host-required",
  section: "overview",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The definition names the host of the service.",
  why: "The address of every call is put together from scheme, host and base path; without a host there is nothing to call.",
  todo: "Add `host`, such as `api.example.com`. Where it differs per connection, name any one and let a policy set the right one.",
  source: "Microsoft Learn, preparing connector files for certification; sources of the command line tool",
  check: {
    connector(connector, { report }) {
      const root = swaggerRoot(connector);
      // A document of another version gives its host elsewhere; what to do about that, its own rule says.
      if (!lacksText(root, "host") || root.get("openapi").exists) return;
      report({ at: memberPlace(root, "host"), message: "The definition names no host." });
    },
  },
  examples: {
    bad: [
      `{
^ The definition names no host.
  "swagger": "2.0",
  "basePath": "/v1",
  "paths": {}
}
`,
      `{
  "swagger": "2.0",
  "host": ""
          ^^ The definition names no host.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "host": "api.example.com"
}
`,
      `{
  "swagger": "2.0",
  "host": 
`,
      `{
  "openapi": "3.0.0",
  "servers": [{ "url": "https://api.example.com" }]
}
`,
      `=== apiProperties.json ===
{ "properties": {} }
`,
    ],
  },
});
