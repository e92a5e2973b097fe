/** The routes of signing in. */
import type {
  DeviceApproval,
  DeviceCode,
  DeviceCodeInfo,
  DeviceCodeRequest,
  DeviceTokenRequest,
  ProtectedResource,
  PublishTokenRequest,
} from "./access-types.ts";
import type { None, Route } from "./route.ts";
import type { CreatedToken } from "./types.ts";

interface CodeParams {
  user_code: string;
}

export interface AccessOperations {
  getProtectedResource: { params: None; query: None; body: undefined; result: ProtectedResource };
  createDeviceCode: { params: None; query: None; body: DeviceCodeRequest; result: DeviceCode };
  createDeviceToken: { params: None; query: None; body: DeviceTokenRequest; result: CreatedToken };
  getDeviceCode: { params: CodeParams; query: None; body: undefined; result: DeviceCodeInfo };
  putDeviceApproval: { params: CodeParams; query: None; body: DeviceApproval; result: DeviceCodeInfo };
  createPublishToken: { params: None; query: None; body: PublishTokenRequest; result: CreatedToken };
}

export const accessRoutes: { readonly [Name in keyof AccessOperations]: Route } = {
  getProtectedResource: {
    method: "GET",
    path: "/.well-known/oauth-protected-resource",
    summary: "Who gives out tokens for this registry (RFC 9728).",
    access: "public",
    result: "ProtectedResource",
    statuses: [200],
    problems: [],
  },
  createDeviceCode: {
    method: "POST",
    path: "/api/v1/device-codes",
    summary: "Begins a sign-in on a device (RFC 8628): its code is confirmed by somebody who is signed in elsewhere.",
    access: "public",
    body: "DeviceCodeRequest",
    result: "DeviceCode",
    statuses: [201],
    problems: ["rate-limited"],
  },
  createDeviceToken: {
    method: "POST",
    path: "/api/v1/device-tokens",
    summary: "Asks whether the code was confirmed; the token comes once.",
    access: "public",
    body: "DeviceTokenRequest",
    result: "CreatedToken",
    statuses: [201],
    problems: ["authorization-pending", "slow-down", "expired-token", "access-denied", "rate-limited"],
  },
  getDeviceCode: {
    method: "GET",
    path: "/api/v1/device-codes/{user_code}",
    summary: "What wants to sign in with a code, for whoever confirms it.",
    access: "token",
    result: "DeviceCodeInfo",
    statuses: [200],
    problems: [],
  },
  putDeviceApproval: {
    method: "PUT",
    path: "/api/v1/device-codes/{user_code}/approval",
    summary: "Lets a device sign in with the rights of whoever confirms it, or fewer; or refuses it.",
    access: "token",
    body: "DeviceApproval",
    result: "DeviceCodeInfo",
    statuses: [200],
    problems: ["invalid-state", "forbidden"],
  },
  createPublishToken: {
    method: "POST",
    path: "/api/v1/publish-tokens",
    summary: "Gives a build job that the operator trusts a token for 15 minutes that publishes, and nothing else.",
    access: "public",
    body: "PublishTokenRequest",
    result: "CreatedToken",
    statuses: [201],
    problems: ["unauthenticated", "identity-provider-down", "rate-limited"],
  },
};
