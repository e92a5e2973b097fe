import { setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

/** How many credentials each kind needs at least, and whether one of them is a secret. */
const NEEDED: Readonly<Record<string, { readonly count: number; readonly secret: boolean; readonly text: string }>> = {
  none: { count: 0, secret: false, text: "no credential" },
  api_key: { count: 1, secret: true, text: "a key" },
  basic: { count: 2, secret: true, text: "a user name and a password" },
  oauth2: { count: 2, secret: true, text: "a client ID and a client secret" },
  bearer: { count: 1, secret: true, text: "a token" },
};

export default defineRule({
  id: "auth-credentials-complete",
  section: "auth",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The credentials that the authentication needs are asked for, and secrets are marked as secret.",
  why: "What is not asked for cannot be sent, and an unmarked secret is shown on screen and in logs.",
  todo: "Add the missing entries under `auth.credentials`; give keys, passwords and tokens `secret: true`.",
  source: "Publishing page, pre-publication checklist: authentication configured",
  check: {
    connector({ auth, authType, credentials }, { report }) {
      const needed = NEEDED[authType];
      if (!needed) return;
      const container = auth.get("credentials");
      const place = container.exists ? container.keyPlace : auth.get("type").place;
      if (credentials.length < needed.count) report({ at: place, message: `${authType} needs ${needed.text}.` });
      if (credentials.length >= needed.count && needed.secret && !credentials.some(({ secret }) => secret))
        report({ at: place, message: `None of the credentials is marked as secret, but ${authType} has one.` });
      for (const { name, item, secret } of credentials) {
        if (secret || !/(?:secret|password|passwd|token|api_?key|private_?key)/i.test(name)) continue;
        report({
          at: item.keyPlace,
          severity: "warning",
          message: `${name} sounds like a secret and is not marked as one.`,
          fix: { title: "Mark it as secret", edits: () => setMember(item, "secret", true) },
        });
      }
    },
  },
  examples: {
    bad: [
      `auth:
  type: basic
  credentials:
  ^^^^^^^^^^^ basic needs a user name and a password
    user: { label: User, secret: true }
`,
      `auth:
  type: bearer
  credentials:
  ^^^^^^^^^^^ None of the credentials is marked
    access: { label: Access }
`,
      `auth:
  type: none
  credentials:
    api_key:
    ^^^^^^^ sounds like a secret
      label: Key
`,
    ],
    good: [
      `auth:
  type: none
`,
      `auth:
  type: api_key
  credentials:
    key: { label: Key, secret: true }
`,
    ],
    fixed: [
      undefined,
      undefined,
      `auth:
  type: none
  credentials:
    api_key:
      label: Key
      secret: true
`,
    ],
  },
});
