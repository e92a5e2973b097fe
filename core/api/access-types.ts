/** What goes over the wire of signing in. */
import type { Role } from "../lifecycle/authority.ts";
import type { TokenScope } from "../lifecycle/token-scopes.ts";

/** How people sign in here. */
export interface SignIn {
  /** The registry gives out codes that are confirmed in a browser or by somebody who is signed in. */
  device_code: boolean;
  /** The identity provider whose tokens the registry takes, and what a client says to it; null where there is none. */
  oidc: { issuer: string; audience: string; client_id: string | null; scope: string } | null;
  /** Build jobs exchange the token of their provider for one that publishes. */
  trusted_publishing: boolean;
}

/** RFC 9728: who gives out tokens for this registry. */
export interface ProtectedResource {
  resource: string;
  authorization_servers: string[];
  bearer_methods_supported: ["header"];
}

export interface DeviceCodeRequest {
  /** What wants to sign in, in words that whoever confirms it reads: `VS Code on lab-3`. */
  client: string;
}
/** RFC 8628: the secret code for the device, the short one for the person. */
export interface DeviceCode {
  device_code: string;
  user_code: string;
  verification_uri: string;
  verification_uri_complete: string;
  /** Seconds. */
  expires_in: number;
  interval: number;
}
export interface DeviceTokenRequest {
  device_code: string;
}
/** What whoever confirms a code is shown of it. */
export interface DeviceCodeInfo {
  user_code: string;
  client: string;
  state: "pending" | "approved" | "denied";
  created_at: string;
  expires_at: string;
}
export interface DeviceApproval {
  decision: "approve" | "deny";
  /** Fewer rights than one's own: a part of the roles, and words that limit the token. */
  roles?: Role[];
  scopes?: TokenScope[];
}

export interface PublishTokenRequest {
  /** The token that the provider of the build job gave it. */
  token: string;
}
