import { remove, renameKey, setValue } from "../../syntax/edits.ts";
import type { Item } from "../../syntax/item.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule, type FixDraft, type RuleContext } from "../rule.ts";
import { isComplete, swaggerRoot } from "../swagger.ts";
import { nearest } from "../text.ts";

type Say = RuleContext["report"];

/** Judges what a requirement asks of a definition that exists. */
function judgeScopes(requirement: Item, scheme: Item, report: Say): void {
  const { key } = requirement;
  const type = scheme.get("type").string;
  if (requirement.kind === Kind.missing) return;
  if (!requirement.isArray) {
    report({
      at: requirement.place,
      message: `The requirement ${key} has to be a list of scopes, which may be empty.`,
      fix: { title: "Write an empty list", edits: () => setValue(requirement, []) },
    });
    return;
  }
  if (type !== "oauth2") {
    if (type !== undefined && requirement.children().length)
      report({
        at: requirement.keyPlace,
        message: `The requirement ${key} lists scopes, which only OAuth has.`,
        fix: { title: "Write an empty list", edits: () => setValue(requirement, []) },
      });
    return;
  }
  const scopes = scheme.get("scopes");
  if (scopes.exists ? !isComplete(scopes) : !isComplete(scheme)) return;
  for (const item of requirement.children()) {
    const name = item.string;
    if (name === undefined || scopes.get(name).exists) continue;
    const meant = nearest(
      name,
      scopes.children().map((scope) => scope.key),
    );
    report({
      at: item.place,
      message: `The scope "${name}" is not among those of the security definition ${key}.`,
      fix: meant
        ? { title: `Replace it by "${meant}"`, edits: () => setValue(item, meant) }
        : { title: "Remove the scope", edits: () => remove(item) },
    });
  }
}

/** Whether a requirement asks of a definition only what that has. */
function suits(requirement: Item, scheme: Item): boolean {
  let good = true;
  judgeScopes(requirement, scheme, () => {
    good = false;
  });
  return good;
}

export default defineRule({
  id: "secreq-defined",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every security requirement names a definition of the file, with scopes that the definition has.",
  why: "A requirement that names nothing asks for nothing: calls are sent without credentials, or the definition is refused.",
  todo: "Write the name exactly as under `securityDefinitions`, and the scopes as listed there. Definitions other than OAuth get an empty list.",
  source: "Microsoft Learn, swagger validator errors, section Security",
  codes: [
    "SecurityRequirementMustBeDefined",
    "OAuthSecurityRequirementValueMustBeScopeName",
    "SecurityRequirementMustHaveEmptyValue",
    "SecurityRequirementMustHaveValue",
  ],
  check: {
    member: {
      security({ part, value }, { connector, report }) {
        const root = swaggerRoot(connector);
        const schemes = root.get("securityDefinitions");
        if (!value.isArray || !isComplete(root) || (schemes.exists && !isComplete(schemes))) return;
        for (const requirement of value.children().flatMap((group) => (group.isObject ? group.children() : []))) {
          const { key } = requirement;
          const scheme = schemes.get(key);
          if (scheme.exists) {
            judgeScopes(requirement, scheme, report);
            continue;
          }
          const names = schemes.children().map((one) => one.key);
          const meant = nearest(key, names) ?? (names.length === 1 ? names[0] : undefined);
          const fix: FixDraft | undefined =
            meant === undefined || requirement.parent.get(meant).exists || !suits(requirement, schemes.get(meant))
              ? undefined
              : { title: `Rename it to "${meant}"`, edits: () => renameKey(requirement, meant) };
          report({
            at: requirement.keyPlace,
            message: `There is no security definition ${key}, which ${partLabel(part)} requires.`,
            ...(fix && { fix }),
          });
        }
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "oauth": { "type": "oauth2", "scopes": { "read": "Read" } }
  },
  "security": [{ "Key": [] }, { "basic": [] }, { "key": ["read"] }],
                 ^^^^^ There is no security definition Key, which the definition requires.
                                ^^^^^^^ There is no security definition basic, which the definition requires.
                                                 ^^^^^ The requirement key lists scopes, which only OAuth has.
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "security": [{ "oauth": ["reed", "everything"] }] },
                                                                    ^^^^^^ The scope "reed" is not among those of the security definition oauth.
                                                                            ^^^^^^^^^^^^ The scope "everything" is not among those of the security definition oauth.
      "post": { "operationId": "CreateItem", "security": [{ "key": null }] }
                                                                   ^^^^ The requirement key has to be a list of scopes, which may be empty.
    }
  }
}
`,
      `{
  "swagger": "2.0",
  "security": [{ "key": [] }]
                 ^^^^^ There is no security definition key, which the definition requires.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "oauth": { "type": "oauth2", "scopes": { "read": "Read" } }
  },
  "security": [{ "key": [] }, {}],
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "security": [{ "oauth": ["read"] }, { "oauth": [] }] },
      "post": { "operationId": "CreateItem", "security": [] },
      "put": { "operationId": "SetItem", "security": [{ "key":  }] }
    }
  },
  "definitions": { "Item": { "properties": { "security": { "example": [{ "other": [] }] } } } }
}
`,
      `{ "swagger": "2.0", "security": [{ "key": [] }], "securityDefinitions": {
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" },
    "oauth": { "type": "oauth2", "scopes": { "read": "Read" } }
  },
  "security": [{ "key": [] }, { "basic": [] }, { "key": [] }],
  "paths": {
    "/items": {
      "get": { "operationId": "ListItems", "security": [{ "oauth": ["read"] }] },
      "post": { "operationId": "CreateItem", "security": [{ "key": [] }] }
    }
  }
}
`,
      undefined,
    ],
  },
});
