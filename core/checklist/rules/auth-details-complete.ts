import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "auth-details-complete",
  section: "auth",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The chosen authentication has everything it needs.",
  why: "A half-configured sign-in fails at the first connection that somebody makes.",
  todo: "Add the missing setting to the block that is named like the type.",
  source: "Publishing page, pre-publication checklist: authentication configured",
  check: {
    connector({ auth, authType }, { report }) {
      const block = auth.get(authType);
      const demand = (key: string, what: string): void => {
        const item = block.get(key);
        if (item.exists && item.string !== "" && item.kind !== Kind.missing) return;
        report({
          at: item.exists ? item.keyPlace : block.exists ? block.keyPlace : auth.get("type").place,
          message: `${authType} needs ${what} (auth.${authType}.${key}).`,
        });
      };
      if (authType === "api_key") {
        demand("in", "the place of the key");
        const place = block.get("in").string;
        if (place === "header") demand("header_name", "the name of the header");
        if (place === "query") demand("query_name", "the name of the query parameter");
      }
      if (authType !== "oauth2") return;
      demand("grant_type", "a grant type");
      demand("token_url", "the address of the tokens");
      const url = block.get("authorization_url");
      if (block.get("grant_type").string === "authorization_code")
        demand("authorization_url", "the address where people sign in");
      else if (url.exists)
        report({
          at: url.keyPlace,
          message: "Nobody signs in with this grant type: authorization_url has no meaning.",
        });
    },
  },
  examples: {
    bad: [
      `auth:
  type: api_key
  api_key:
  ^^^^^^^ needs the name of the header
    in: header
`,
      `auth:
  type: oauth2
  oauth2:
  ^^^^^^ needs the address where people sign in
    grant_type: authorization_code
    token_url: https://auth.example/token
`,
      `auth:
  type: oauth2
        ^^^^^^ needs a grant type
        ^^^^^^ needs the address of the tokens
`,
    ],
    good: [
      `auth:
  type: oauth2
  oauth2: { grant_type: client_credentials, token_url: https://auth.example/token }
`,
      `auth:
  type: bearer
`,
    ],
  },
});
