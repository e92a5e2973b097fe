import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-publisher-equals-stackowner",
  section: "publication",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The publisher of a certified connector owns its service.",
  why: "Only the owner may certify a connector to a service, or somebody who builds it for the owner.",
  todo: "Write the same company, unless you build the connector on behalf of the owner.",
  source: "Microsoft Learn, preparing connector files for certification",
  profiles: ["certified"],
  when: "submission",
  check: {
    connector({ properties }, { report }) {
      const [publisher, owner] = [properties.get("publisher"), properties.get("stackOwner")];
      const [one, other] = [publisher.string?.trim(), owner.string?.trim()];
      if (!one || !other || one.toLowerCase() === other.toLowerCase()) return;
      report({ at: owner.place, message: `${other} owns the service, but ${one} publishes the connector.` });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso",
    "stackOwner": "Fabrikam"
                  ^^^^^^^^^^ Fabrikam owns the service, but Contoso publishes the connector.
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso",
    "stackOwner": "contoso "
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Contoso"
  }
}
`,
    ],
  },
});
