import { defineRule } from "../rule.ts";

export default defineRule({
  id: "auth-ping-callable",
  section: "auth",
  families: ["definition"],
  severity: "warning",
  since: "0.1.0",
  summary: "The operation that tests a connection is a GET without required inputs.",
  why: "The platform calls it for every connection, without anybody to fill in values.",
  todo: "Name an operation that only reads and needs nothing.",
  source: "Connections: ping",
  check: {
    connector(connector, { report }) {
      const ping = connector.auth.get("ping");
      if (!ping.string) return;
      const operation = connector.operation(ping.string);
      if (!operation)
        return report({ at: ping.place, severity: "error", message: `There is no operation ${ping.string}.` });
      const needed = operation.parameters.find(({ required, item }) => required && !item.get("default").exists);
      if (operation.method !== "GET")
        report({
          at: ping.place,
          message: `${ping.string} is a ${operation.method || "call without method"} and may change something.`,
        });
      else if (needed) report({ at: ping.place, message: `${ping.string} needs the input ${needed.name}.` });
    },
  },
  examples: {
    bad: [
      `auth:
  type: none
  ping: get_item
        ^^^^^^^^ needs the input id
operations:
  get_item:
    method: GET
    path: /items/{id}
    parameters:
      id: { in: path, type: string, required: true }
`,
      `auth:
  type: none
  ping: get_items
        ^^^^^^^^^ no operation
`,
    ],
    good: [
      `auth:
  ping: list
operations:
  list:
    method: GET
    path: /
    parameters:
      page: { in: query, type: integer, required: true, default: 1 }
`,
    ],
  },
});
