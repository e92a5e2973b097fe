import { setMember, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "publication-scope",
  section: "publication",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The publication scope is enterprise or global.",
  why: "It decides who sees the connector, and who may publish it.",
  todo: "Set `publication.scope`.",
  source: "Publishing page: scopes",
  check: {
    connector({ root, publication }, { report }) {
      if (!root.isObject) return;
      const scope = publication.get("scope");
      if (scope.string === "enterprise" || scope.string === "global") return;
      const edits = () =>
        scope.exists
          ? setValue(scope, "enterprise")
          : publication.isObject
            ? setMember(publication, "scope", "enterprise")
            : setMember(root, "publication", { scope: "enterprise" });
      report({
        at: scope.exists ? scope.place : publication.exists ? publication.keyPlace : root.keyPlace,
        message: scope.exists
          ? `"${String(scope.scalar ?? "")}" is no scope.`
          : "The connector has no publication scope.",
        fix: { title: "Set the scope to enterprise", edits },
      });
    },
  },
  examples: {
    bad: [
      `publication:
  scope: everybody
         ^^^^^^^^^ is no scope
`,
      `auth:
^^^^^ no publication scope
  type: none
`,
    ],
    good: [
      `publication:
  scope: global
`,
    ],
    fixed: [
      `publication:
  scope: enterprise
`,
      `auth:
  type: none
publication:
  scope: enterprise
`,
    ],
  },
});
