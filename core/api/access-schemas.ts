/** The JSON Schemas of signing in; `access-types.ts` has the same as TypeScript. */
import {
  boolean,
  integer,
  list,
  name,
  nullable,
  object,
  oneOf,
  type Schema,
  string,
  time,
  tokenRoles,
  tokenScopes,
} from "./schema-words.ts";

/** Eight letters that cannot be confused with each other, in two groups. */
export const userCode = string({ pattern: "^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$" });
const seconds = integer({ minimum: 1 });

export const accessSchemas = {
  SignIn: object({
    device_code: boolean,
    oidc: nullable(object({ issuer: string(), audience: string(), client_id: nullable(string()), scope: string() })),
    trusted_publishing: boolean,
  }),
  ProtectedResource: object({
    resource: string(),
    authorization_servers: list(string()),
    bearer_methods_supported: list(oneOf("header")),
  }),
  DeviceCodeRequest: object({ client: name }),
  DeviceCode: object({
    device_code: string(),
    user_code: userCode,
    verification_uri: string(),
    verification_uri_complete: string(),
    expires_in: seconds,
    interval: seconds,
  }),
  DeviceTokenRequest: object({ device_code: string({ minLength: 1, maxLength: 200 }) }),
  DeviceCodeInfo: object({
    user_code: userCode,
    client: string(),
    state: oneOf("pending", "approved", "denied"),
    created_at: time,
    expires_at: time,
  }),
  DeviceApproval: object({
    decision: oneOf("approve", "deny"),
    "roles?": tokenRoles,
    "scopes?": tokenScopes,
  }),
  PublishTokenRequest: object({ token: string({ minLength: 1, maxLength: 16_384 }) }),
} satisfies Record<string, Schema>;
