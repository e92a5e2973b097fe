import { connectionParameters } from "../connection-parameters.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "script-no-gateway",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "A connector with a script needs no on-premises gateway.",
  why: "Code does not run for calls that go through a gateway; the platform does not support both together.",
  todo: "Leave out either the script or the gateway setting.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    connector(connector, { report }) {
      if (!connector.file("script")?.text.trim()) return;
      for (const item of connectionParameters(connector.properties))
        if (item.get("type").string?.toLowerCase() === "gatewaysetting")
          report({
            at: item.keyPlace,
            message: `The parameter ${item.key} asks for a gateway, and the connector has a script.`,
          });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "connectionParameters": { "gateway": { "type": "gatewaySetting" } } } }
                                            ^^^^^^^^^ The parameter gateway asks for a gateway
=== script.csx ===
public class Script : ScriptBase { }
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "connectionParameters": { "gateway": { "type": "gatewaySetting" } } } }
`,
    ],
  },
});
