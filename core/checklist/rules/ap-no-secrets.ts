import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isPlaceholder } from "../secrets.ts";

const DUMMY = "[[DUMMY]]";
const GUID = /^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$/i;

export default defineRule({
  id: "ap-no-secrets",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "apiProperties.json holds no real client secret and no real client id.",
  why: "The file is public once the connector is submitted, and a secret in it has to be revoked.",
  todo: "Write `[[DUMMY]]` and enter the real values where the connector is deployed. A client id that looks real is only warned about.",
  source: "Read-me of the connectors repository; Microsoft Learn, submitting a connector for certification",
  check: {
    entity({ file, item: root }, { report }) {
      if (file.role !== "properties") return;
      const queue = [root];
      for (let item = queue.pop(); item; item = queue.pop()) {
        queue.push(...item.children());
        const key = item.key.toLowerCase().replace(/[_-]/g, "");
        const value = item.string;
        if (value === undefined || (key !== "clientsecret" && key !== "clientid") || isPlaceholder(value)) continue;
        const secret = key === "clientsecret";
        if (!secret && !GUID.test(value.trim())) continue;
        const found = item;
        report({
          at: item.place,
          severity: secret ? "error" : "warning",
          message: secret
            ? `${item.key} holds a value that looks like a real secret.`
            : `${item.key} looks like a real client id.`,
          fix: { title: `Replace it by "${DUMMY}"`, edits: () => setValue(found, DUMMY) },
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "clientId": "3f0d1c52-9b1e-4c57-8a8e-5d5a4a2f9a10",
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ clientId looks like a real client id.
          "clientSecret": "s3cr3t-k9Qz"
                          ^^^^^^^^^^^^^ clientSecret holds a value that looks like a real secret.
        }
      }
    }
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": { "clientId": "[[DUMMY]]", "clientSecret": "<Enter your client secret>" }
      },
      "clientSecret": { "type": "securestring" }
    }
  }
}
`,
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": { "oAuthSettings": { "clientId": "00000000-0000-0000-0000-000000000000", "clientSecret": "CLIENT_SECRET" } },
      "other": { "oAuthSettings": { "clientId": "contoso-flow", "clientSecret": "" } }
    }
  }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "connectionParameters": {
      "token": {
        "type": "oauthSetting",
        "oAuthSettings": {
          "clientId": "[[DUMMY]]",
          "clientSecret": "[[DUMMY]]"
        }
      }
    }
  }
}
`,
    ],
  },
});
