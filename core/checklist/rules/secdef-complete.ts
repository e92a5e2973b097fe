import { remove, setMember, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { lacksText, memberPlace } from "../swagger.ts";
import { nearest } from "../text.ts";

const FLOWS: Readonly<Record<string, readonly string[]>> = {
  accessCode: ["authorizationUrl", "tokenUrl"],
  implicit: ["authorizationUrl"],
  password: ["tokenUrl"],
  application: ["tokenUrl"],
};
const TYPES = ["basic", "apiKey", "oauth2"];
const SPECIAL = ["name", "in", "flow", "authorizationUrl", "tokenUrl", "scopes"];
/** What can be written without knowing the service. */
const VALUES: Readonly<Record<string, unknown>> = { in: "header", name: "X-API-Key", flow: "accessCode" };

/** The members that a definition of this kind has besides its description. */
function wanted(type: string, flow: string): readonly string[] {
  if (type === "apiKey") return ["name", "in"];
  return type === "oauth2" ? ["flow", ...(FLOWS[flow] ?? [])] : [];
}

export default defineRule({
  id: "secdef-complete",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "A security definition has the members of its type and no others.",
  why: "The platform builds the connection from it; with a part missing nobody can sign in, and the definition is refused.",
  todo: "basic needs nothing more; apiKey needs `name` and `in` (header or query); oauth2 needs `flow`, `scopes` and the addresses of the flow. Missing scopes are only warned about.",
  source: "Microsoft Learn, swagger validator errors, section Properties; Swagger 2.0",
  codes: ["SecuritySchemePropertyRequired", "SecuritySchemePropertyNotValid"],
  check: {
    part: {
      securityScheme({ item }, { report }) {
        const label = `The security definition ${item.key}`;
        const type = item.get("type").string ?? "";
        if (lacksText(item, "type")) {
          report({ at: memberPlace(item, "type"), message: `${label} has no type.` });
          return;
        }
        if (!type) return;
        if (!TYPES.includes(type)) {
          const meant = nearest(type, TYPES);
          report({
            at: item.get("type").place,
            message: `${label} is of the type "${type}"; there are ${TYPES.join(", ")}.`,
            ...(meant && {
              fix: { title: `Replace it by "${meant}"`, edits: () => setValue(item.get("type"), meant) },
            }),
          });
          return;
        }
        const flow = item.get("flow").string ?? "";
        const keys = wanted(type, flow);
        for (const key of keys) {
          if (!lacksText(item, key)) continue;
          const value = VALUES[key];
          report({
            at: memberPlace(item, key),
            message: `${label} is of the type ${type} and has no "${key}".`,
            ...(value !== undefined && {
              fix: { title: `Add "${key}": "${value}"`, edits: () => setMember(item, key, value) },
            }),
          });
        }
        // Published connectors leave the scopes out, and sign-in works with those of the connection.
        if (type === "oauth2" && lacksText(item, "scopes") && !item.get("scopes").exists)
          report({
            at: item.keyPlace,
            severity: "warning",
            message: `${label} has no scopes.`,
            fix: { title: 'Add "scopes": {}', edits: () => setMember(item, "scopes", {}) },
          });
        const location = item.get("in");
        if (type === "apiKey" && location.string?.trim() && !/^(?:header|query)$/.test(location.string))
          report({
            at: location.place,
            message: `${label} sends its key in "${location.string}"; possible are header and query.`,
            fix: { title: 'Set it to "header"', edits: () => setValue(location, "header") },
          });
        if (type === "oauth2" && flow && !FLOWS[flow]) {
          const meant = nearest(flow, Object.keys(FLOWS));
          report({
            at: item.get("flow").place,
            message: `${label} has the flow "${flow}"; there are ${Object.keys(FLOWS).join(", ")}.`,
            ...(meant && {
              fix: { title: `Replace it by "${meant}"`, edits: () => setValue(item.get("flow"), meant) },
            }),
          });
          return;
        }
        if (type === "oauth2" && !flow) return;
        for (const key of SPECIAL) {
          const member = item.get(key);
          if (!member.exists || keys.includes(key) || (key === "scopes" && type === "oauth2")) continue;
          report({
            at: member.keyPlace,
            message: `${label} has a "${key}", which ${type === "oauth2" ? `the flow ${flow}` : `the type ${type}`} does not know.`,
            fix: { title: `Remove "${key}"`, edits: () => remove(member) },
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
    "key": { "type": "apiKey" },
    ^^^^^ The security definition key is of the type apiKey and has no "name".
    ^^^^^ The security definition key is of the type apiKey and has no "in".
    "cookie": { "type": "apiKey", "name": "session", "in": "cookie" },
                                                           ^^^^^^^^ The security definition cookie sends its key in "cookie"; possible are header and query.
    "login": { "flow": "password", "type": "basic" },
               ^^^^^^ The security definition login has a "flow", which the type basic does not know.
    "sign": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://example.com/a", "scopes": {} },
    ^^^^^^ The security definition sign is of the type oauth2 and has no "tokenUrl".
    "old": { "type": "oauth2", "flow": "implicit", "authorizationUrl": "https://example.com/a" },
    ^^^^^ The security definition old has no scopes.
    "new": { "type": "oauth2", "flow": "authorizationCode", "scopes": {} },
                                       ^^^^^^^^^^^^^^^^^^^ The security definition new has the flow "authorizationCode"; there are accessCode, implicit, password, application.
    "any": { "type": "openIdConnect" },
                     ^^^^^^^^^^^^^^^ The security definition any is of the type "openIdConnect"; there are basic, apiKey, oauth2.
    "none": { "description": "None." }
    ^^^^^^ The security definition none has no type.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "key": { "type": "apiKey", "name": "X-Key", "in": "header", "description": "Key", "x-ms-summary": "Key" },
    "login": { "type": "basic" },
    "sign": {
      "type": "oauth2",
      "flow": "accessCode",
      "authorizationUrl": "https://example.com/a",
      "tokenUrl": "https://example.com/t",
      "scopes": {}
    },
    "half": { "type":  }
  }
}
`,
      `{
  "swagger": "2.0",
  "securityDefinitions": { "key": { "type": "apiKey", "in": "header"
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "securityDefinitions": {
    "key": { "type": "apiKey", "name": "X-API-Key", "in": "header" },
    "cookie": { "type": "apiKey", "name": "session", "in": "header" },
    "login": { "type": "basic" },
    "sign": { "type": "oauth2", "flow": "accessCode", "authorizationUrl": "https://example.com/a", "scopes": {} },
    "old": { "type": "oauth2", "flow": "implicit", "authorizationUrl": "https://example.com/a", "scopes": {} },
    "new": { "type": "oauth2", "flow": "authorizationCode", "scopes": {} },
    "any": { "type": "openIdConnect" },
    "none": { "description": "None." }
  }
}
`,
    ],
  },
});
