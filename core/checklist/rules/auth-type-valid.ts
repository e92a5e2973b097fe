import { insertMember, remove } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

const TYPES: readonly string[] = ["none", "api_key", "basic", "oauth2", "bearer"];

export default defineRule({
  id: "auth-type-valid",
  section: "auth",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector says how it authenticates, and configures just that way.",
  why: "A connection cannot be made without it, and settings of another way only confuse.",
  todo: "Set `auth.type` to none, api_key, basic, oauth2 or bearer, and keep only the block of that name.",
  source: "Publishing page, pre-publication checklist: authentication configured",
  check: {
    connector({ root, auth }, { report }) {
      if (!root.isObject) return;
      if (!auth.exists)
        return report({
          at: auth.place,
          message: "The connector does not say how it authenticates.",
          fix: {
            title: "Add authentication of type none",
            edits: () => insertMember(root, "auth", { type: "none" }, "overview"),
          },
        });
      const type = auth.get("type");
      if (type.string === undefined || !TYPES.includes(type.string)) {
        if (auth.isObject)
          report({
            at: type.place,
            message: type.exists ? `"${String(type.scalar ?? "")}" is no kind of authentication.` : "auth has no type.",
          });
        return;
      }
      for (const other of TYPES) {
        const block = auth.get(other);
        if (other === type.string || !block.exists) continue;
        report({
          at: block.keyPlace,
          message: `auth.${other} has no meaning when the type is ${type.string}.`,
          fix: { title: `Remove auth.${other}`, edits: () => remove(block) },
        });
      }
    },
  },
  examples: {
    bad: [
      `overview:
^^^^^^^^^ does not say
  name: A
operations: {}
`,
      `auth:
  type: password
        ^^^^^^^^ no kind of authentication
`,
      `auth:
  type: bearer
  basic:
  ^^^^^ has no meaning
    username_credential: user
  ping: get_status
`,
    ],
    good: [
      `auth:
  type: none
`,
      `auth:
  type: api_key
  api_key: { in: header, header_name: X-Key }
`,
    ],
    fixed: [
      `overview:
  name: A
auth:
  type: none
operations: {}
`,
      undefined,
      `auth:
  type: bearer
  ping: get_status
`,
    ],
  },
});
