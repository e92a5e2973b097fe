import { defineRule } from "../rule.ts";
import { partPlace, swaggerRoot } from "../swagger.ts";
import { isEnvironmentVariable } from "../values.ts";

/** A word for another stage within one of the host's labels, the top-level domain aside: `.dev` is an ordinary one. */
const STAGE =
  /(?<![^.-])(?:dev|develop|development|test|testing|tst|stage|staging|stg|sandbox|sbx|uat|qa|qas|preprod|pre-prod|nonprod|non-prod|demo|localhost)\d*(?=-|\.(?!$))|^(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?=$|:)|\.(?:ngrok\.io|ngrok-free\.app|loca\.lt)(?=$|:)/i;

export default defineRule({
  id: "host-production",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The host is that of production.",
  why: "The catalogue is for real work: the certification refuses connectors to services of a test, a demonstration or a single machine.",
  todo: "Name the host of production. Where every customer has a host of its own, a policy sets it, and the host in the file is an example of one in production.",
  source: "Microsoft Learn, preparing connector files for certification",
  when: "submission",
  check: {
    connector(connector, { report }) {
      const host = swaggerRoot(connector).get("host");
      const text = host.string ?? "";
      const stage = isEnvironmentVariable(text) ? undefined : STAGE.exec(text);
      if (stage)
        report({
          at: partPlace(host, stage.index, stage.index + stage[0].length),
          message: `The host "${text}" does not look like one of production.`,
        });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "host": "api-dev.contoso.com"
               ^^^ The host "api-dev.contoso.com" does not look like one of production.
}
`,
      `{
  "swagger": "2.0",
  "host": "sandbox2.contoso.com"
           ^^^^^^^^ The host "sandbox2.contoso.com" does not look like one of production.
}
`,
      `{
  "swagger": "2.0",
  "host": "localhost:3000"
           ^^^^^^^^^ The host "localhost:3000" does not look like one of production.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "host": "api.contoso.dev"
}
`,
      `{
  "swagger": "2.0",
  "host": "latest.devices.contoso.com"
}
`,
      `{
  "swagger": "2.0",
  "host": "@environmentVariables(\\"dev.host\\")"
}
`,
    ],
  },
});
