/** The API as OpenAPI 3.1 and as a page of documentation, both from the table of routes. */
import { authority, cellWords, type Permission, roles } from "../lifecycle/authority.ts";
import { problemPrefix, problems } from "./problems.ts";
import { problemsOf, type Route, routeNames, routes } from "./routes.ts";
import { params, queries, type Schema, schemas } from "./schemas.ts";
import { productVersion } from "./version.ts";

const named = (schema: string): Schema => ({ $ref: `#/components/schemas/${schema}` });
const json = (schema: Schema) => ({ "application/json": { schema } });

/** The OpenAPI 3.1 document of the registry. */
export function openApi(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of routeNames) {
    const route = routes[name];
    const path = paths[route.path] ?? {};
    paths[route.path] = path;
    path[route.method.toLowerCase()] = operation(name, route);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Patchbay registry",
      version: productVersion,
      description: "Publishes, lists and serves API connectors. Errors are problem details (RFC 9457).",
      license: { name: "MIT", identifier: "MIT" },
    },
    paths,
    components: {
      schemas,
      securitySchemes: { token: { type: "http", scheme: "bearer", description: "A token of the registry." } },
    },
  };
}

function operation(name: string, route: Route) {
  const responses: Record<string, unknown> = {};
  for (const status of route.statuses)
    responses[status] = {
      description: statusWords[status] ?? "Done.",
      ...(route.result && status !== 204 && status !== 304 && { content: json(named(route.result)) }),
    };
  const codes = problemsOf(route);
  for (const status of new Set(codes.map((code) => problems[code].status)))
    responses[status] = {
      description: codes
        .filter((code) => problems[code].status === status)
        .map((code) => `\`${code}\`: ${problems[code].title}`)
        .join("\n"),
      content: { "application/problem+json": { schema: named("Problem") } },
    };
  return {
    operationId: name,
    summary: route.summary,
    security: route.access === "public" ? [] : [{ token: [] }],
    parameters: parameters(route),
    ...(route.body && { requestBody: { required: true, content: json(named(route.body)) } }),
    responses,
  };
}

function parameters(route: Route): unknown[] {
  const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: params[name as keyof typeof params],
  }));
  const query = route.query ? (queries[route.query].properties as Record<string, Schema>) : {};
  const inQuery = Object.entries(query).map(([name, schema]) => ({ name, in: "query", required: false, schema }));
  const ifMatch = route.ifMatch
    ? [
        {
          name: "If-Match",
          in: "header",
          required: route.ifMatch !== "draft",
          schema: { type: "string" },
          description: ifMatchWords[route.ifMatch],
        },
      ]
    : [];
  const key =
    route.method === "POST" && route.access !== "public"
      ? [
          {
            name: "Idempotency-Key",
            in: "header",
            required: false,
            schema: { type: "string", minLength: 16, maxLength: 64 },
            description:
              "Of 16 to 64 characters, new for every request: sent again with it, the request is answered as before.",
          },
        ]
      : [];
  return [...inPath, ...inQuery, ...ifMatch, ...key];
}

const ifMatchWords: Record<NonNullable<Route["ifMatch"]>, string> = {
  connector: "ETag of the connector.",
  request: "ETag of the request.",
  draft: "ETag of the draft; needed where there is one.",
  policy: "ETag of the policy.",
};

const statusWords: Record<number, string> = {
  200: "Done; for a repeated or dry request: nothing changed.",
  201: "Created.",
  202: "Received.",
  204: "Done.",
  304: "Not modified.",
};

/** The page `docs/api.md`. */
export function apiMarkdown(): string {
  return [
    "# The registry's API",
    "",
    "JSON in snake_case below `/api/v1`; times are RFC 3339 in UTC. A token goes into `Authorization: Bearer …`. The same as",
    "OpenAPI 3.1 is at `/openapi.json` of every registry.",
    "",
    "Lifecycle actions need the connector's `ETag` in `If-Match` (428 without, 412 when it was changed in the meantime); decisions need",
    "that of the request, and a draft that is there is only replaced or deleted with its own.",
    "A `POST` can carry an `Idempotency-Key` (16 to 64 characters, new for every request): sent again with the same one, because its answer was",
    "lost, it creates nothing and is answered as before, for seven days, with `Idempotency-Replayed: true`.",
    'Lists come in pages: `limit`, `cursor`, `next_cursor`, and `Link: …; rel="next"`. What a token may not see is answered with 404.',
    "",
    "## Routes",
    "",
    "| Route | What | Who | Problems |",
    "|---|---|---|---|",
    ...routeNames.map((name) => routeLine(routes[name])),
    "",
    "## Who may do what",
    "",
    `| Action | ${roles.map(title).join(" | ")} |`,
    `|---|${roles.map(() => "---|").join("")}`,
    ...(Object.keys(authority) as Permission[]).map((permission) => {
      const row = authority[permission];
      return `| ${row.words} | ${roles.map((role) => cellWords[row[role]]).join(" | ")} |`;
    }),
    "",
    "Roles are additive.",
    "",
    "## Problems",
    "",
    `Errors are problem details (RFC 9457); \`type\` is \`${problemPrefix}\` and the code, \`detail\` says what happened and what to do.`,
    "",
    "| Code | Status | Title |",
    "|---|---|---|",
    ...Object.entries(problems).map(([code, { status, title: words }]) => `| \`${code}\` | ${status} | ${words} |`),
    "",
  ].join("\n");
}

function routeLine(route: Route): string {
  const query = route.query ? Object.keys(queries[route.query].properties as object) : [];
  const address = `\`${route.method} ${route.path}${query.length > 0 ? `?${query.join("&")}` : ""}\``;
  const codes = problemsOf(route).map((code) => `\`${code}\``);
  return `| ${address} | ${route.summary} | ${who(route)} | ${codes.join(" ")} |`;
}

function who({ access, permissions = [] }: Route): string {
  if (access === "public") return "anybody";
  if (access === "token") return "everybody with a token";
  if (access === "usage:write") return "services with the scope `usage:write`";
  return permissions.map((permission) => authority[permission].words).join("; ");
}

function title(role: string): string {
  return role.replace("_", " ").replace(/^./, (letter) => letter.toUpperCase());
}
