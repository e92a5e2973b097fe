import { valuesOf } from "../entities.ts";
import { defineRule } from "../rule.ts";

/** Prefixes that well-known services give their keys, private keys, and tokens in three parts. */
const SECRET =
  /^(?:AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{30,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk_live_[A-Za-z0-9]{16,}|SG\.[\w-]{16,}\.[\w-]{16,}|AIza[\w-]{30,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{5,})$|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

export default defineRule({
  id: "no-credential-values",
  section: "auth",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "No credential value stands anywhere in the file.",
  why: "The file is shared, versioned and published; a key in it is a leaked key.",
  todo: "Replace the value by a placeholder and revoke the real one. Values belong into the vault, entered when a connection is made.",
  source: "Credentials: values live in the vault",
  check: {
    connector({ root }, { report }) {
      for (const credential of root.path("auth", "credentials").children()) {
        const own = credential.get("value");
        if (own.exists) report({ at: own.keyPlace, message: `The credential ${credential.key} holds a value.` });
      }
    },
    entity(entity, { connector, report }) {
      if (entity.kind === "file") return;
      for (const value of valuesOf(entity, connector.family)) {
        const text = value.string;
        if (text === undefined || text.length < 16 || !SECRET.test(text)) continue;
        report({ at: value.place, message: "This looks like a real key or token." });
      }
    },
  },
  examples: {
    bad: [
      `auth:
  type: bearer
  credentials:
    token:
      label: Token
      value: abc
      ^^^^^ holds a value
`,
      `operations:
  a:
    tests:
      one:
        input: { Authorization: AKIAIOSFODNN7ABCDEFG }
                                ^^^^^^^^^^^^^^^^^^^^ looks like a real key
`,
    ],
    good: [
      `auth:
  credentials:
    token: { label: Token, placeholder: sk-... }
`,
      `operations:
  a:
    tests:
      one:
        input: { id: 4f1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e }
`,
    ],
  },
});
