/** The routes of connections, and of who is hit by changes. */
import { type ConnectorParams, connectorPath, type None, type Route } from "./route.ts";
import type { ConnectionInfo, ConnectionRequest, Impact } from "./usage-types.ts";

/** `namespace` is the enterprise that has the connection. */
interface ConnectionParams {
  namespace: string;
  id: string;
}

export interface UsageOperations {
  getImpact: { params: ConnectorParams & { version: string }; query: None; body: undefined; result: Impact };
  putConnection: { params: ConnectionParams; query: None; body: ConnectionRequest; result: ConnectionInfo };
  deleteConnection: { params: ConnectionParams; query: None; body: undefined; result: undefined };
}

const connection = "/api/v1/enterprises/{namespace}/connections/{id}";

export const usageRoutes: { readonly [Name in keyof UsageOperations]: Route } = {
  getImpact: {
    method: "GET",
    path: `${connectorPath}/versions/{version}/impact`,
    summary: "Who is hit by the changes of a version: enterprises, orchestrations and operations that break.",
    access: "usage_own",
    permissions: ["usage_own", "usage_all"],
    result: "Impact",
    statuses: [200],
    problems: [],
  },
  putConnection: {
    method: "PUT",
    path: connection,
    summary: "Creates or changes a connection of an enterprise. An unpublished connector takes no new ones.",
    access: "usage:write",
    body: "ConnectionRequest",
    result: "ConnectionInfo",
    statuses: [201, 200],
    problems: ["connector-unpublished", "not-found"],
  },
  deleteConnection: {
    method: "DELETE",
    path: connection,
    summary: "Forgets a connection that was deleted.",
    access: "usage:write",
    statuses: [204],
    problems: [],
  },
};
