/** The routes of policies. */
import type { PolicyChoice } from "../lifecycle/policy.ts";
import type { PolicyInfo } from "./policy-types.ts";
import type { None, Route } from "./route.ts";

export interface PolicyOperations {
  getRegistryPolicy: { params: None; query: None; body: undefined; result: PolicyInfo };
  putRegistryPolicy: { params: None; query: None; body: PolicyChoice; result: PolicyInfo };
  getPolicy: { params: { namespace: string }; query: None; body: undefined; result: PolicyInfo };
  putPolicy: { params: { namespace: string }; query: None; body: PolicyChoice; result: PolicyInfo };
}

const one = "/api/v1/enterprises/{namespace}/policy";

export const policyRoutes: { readonly [Name in keyof PolicyOperations]: Route } = {
  getRegistryPolicy: {
    method: "GET",
    path: "/api/v1/policy",
    summary: "The registry's policy: it holds for the global catalogue, and is what enterprises start from.",
    access: "token",
    result: "PolicyInfo",
    statuses: [200, 304],
    problems: [],
  },
  putRegistryPolicy: {
    method: "PUT",
    path: "/api/v1/policy",
    summary: "Replaces the registry's policy.",
    access: "write_registry_policy",
    permissions: ["write_registry_policy"],
    ifMatch: "policy",
    body: "PolicyChoice",
    result: "PolicyInfo",
    statuses: [200],
    problems: [],
  },
  getPolicy: {
    method: "GET",
    path: one,
    summary: "The policy of one enterprise: what it has decided, and what holds.",
    access: "read_policy",
    permissions: ["read_policy"],
    result: "PolicyInfo",
    statuses: [200, 304],
    problems: [],
  },
  putPolicy: {
    method: "PUT",
    path: one,
    summary: "Replaces the policy of one enterprise.",
    access: "write_policy",
    permissions: ["write_policy"],
    ifMatch: "policy",
    body: "PolicyChoice",
    result: "PolicyInfo",
    statuses: [200],
    problems: [],
  },
};
