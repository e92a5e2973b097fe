import type { Connector } from "../../model/connector.ts";
import { addPolicy, hasPolicy } from "../policies.ts";
import { defineRule } from "../rule.ts";
import { partPlace, swaggerRoot } from "../swagger.ts";
import { isEnvironmentVariable } from "../values.ts";

const TEMPLATE = "dynamichosturl";
const PLACEHOLDER =
  /(?<![^.-])(?:your[\w-]*|contoso|fabrikam|placeholder|hostname|instance|dummy)(?=[.:]|$)|(?<=^(?:(?:api|www)\.)?)example(?=\.)/i;
const ADDRESS = /host|instance|domain|site|server|url|tenant|account/i;

/** The policy that takes the host from what the owner of a connection enters, where exactly one value looks like it. */
function policyFor({ credentials }: Connector): unknown {
  const likely = credentials.filter(({ name, type }) => type.toLowerCase() === "string" && ADDRESS.test(name));
  const [parameter] = likely;
  if (!parameter || likely.length > 1) return undefined;
  const value = `@connectionParameters('${parameter.name}')`;
  return {
    templateId: TEMPLATE,
    title: "Set the host",
    parameters: { "x-ms-apimTemplateParameter.urlTemplate": /url/i.test(parameter.name) ? value : `https://${value}` },
  };
}

export default defineRule({
  id: "host-placeholder-needs-policy",
  section: "overview",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A host that only holds a place is set by a policy.",
  why: "Nothing answers under such a host; every call fails unless a policy puts in the host of the connection.",
  todo: "Write the host of the service, or add a policy of the template dynamichosturl that sets it.",
  source: "Microsoft Learn, custom connector questions and answers",
  check: {
    connector(connector, { report }) {
      const host = swaggerRoot(connector).get("host");
      const text = host.string ?? "";
      const found = PLACEHOLDER.exec(text);
      // A script can send a call wherever it likes.
      if (!found || isEnvironmentVariable(text) || connector.file("script")) return;
      if (hasPolicy(connector, TEMPLATE) !== false) return;
      const policy = policyFor(connector);
      report({
        at: partPlace(host, found.index, found.index + found[0].length),
        message: `The host "${text}" only holds a place, and no policy sets it.`,
        ...(policy !== undefined && {
          fix: { title: "Add a policy that sets the host", edits: () => addPolicy(connector, policy) },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "host": "yourinstance.example.net"
           ^^^^^^^^^^^^ The host "yourinstance.example.net" only holds a place, and no policy sets it.
}
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "instance": { "type": "string" }
    },
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "Header" }
    ]
  }
}
`,
      `{
  "swagger": "2.0",
  "host": "api.contoso.com:8443"
               ^^^^^^^ The host "api.contoso.com:8443" only holds a place, and no policy sets it.
}
=== apiProperties.json ===
{ "properties": { "connectionParameters": {} } }
`,
    ],
    good: [
      `{ "swagger": "2.0", "host": "yourinstance.example.net" }
=== apiProperties.json ===
{ "properties": { "policyTemplateInstances": [{ "templateId": "dynamicHostUrl", "title": "Host" }] } }
`,
      `{ "swagger": "2.0", "host": "api.contoso.com" }
`,
      `{ "swagger": "2.0", "host": "api.example.com" }
=== apiProperties.json ===
{ "properties": {} }
=== script.csx ===
public class Script : ScriptBase {}
`,
      `{ "swagger": "2.0", "host": "api.contosoft.com", "x-other": "api.example.com" }
=== apiProperties.json ===
{ "properties": {} }
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "host": "yourinstance.example.net"
}
=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "instance": { "type": "string" }
    },
    "policyTemplateInstances": [
      { "templateId": "setheader", "title": "Header" },
      {
        "templateId": "dynamichosturl",
        "title": "Set the host",
        "parameters": {
          "x-ms-apimTemplateParameter.urlTemplate": "https://@connectionParameters('instance')"
        }
      }
    ]
  }
}
`,
      undefined,
    ],
  },
});
