import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ap-ip-publisher-differs",
  section: "publication",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "An independent publisher does not own the service.",
  why: "Whoever owns the service certifies the connector as its own, with a colour and an icon of its own.",
  todo: "Name the company that owns the service as `stackOwner`, or submit the connector as a certified one.",
  source: "Microsoft Learn, preparing connector files for certification",
  profiles: ["independent"],
  when: "submission",
  check: {
    connector({ properties }, { report }) {
      const [publisher, owner] = [properties.get("publisher"), properties.get("stackOwner")];
      const name = owner.string?.trim();
      if (!name || publisher.string?.trim().toLowerCase() !== name.toLowerCase()) return;
      report({ at: owner.place, message: `${name} is the publisher and the owner of the service as well.` });
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Ada Lovelace",
    "stackOwner": "Ada Lovelace"
                  ^^^^^^^^^^^^^^ Ada Lovelace is the publisher and the owner of the service as well.
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Ada Lovelace",
    "stackOwner": "Contoso"
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "publisher": "Ada Lovelace"
  }
}
`,
    ],
  },
});
