/** Registries for tests: real HTTP on a temporary folder, with a clock that the test moves. */

import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { createClient, type RegistryClient } from "../../core/api/client.ts";
import { RegistryError } from "../../core/api/problems.ts";
import type { NewToken, PublishRequest, Scope, TokenScope } from "../../core/api/types.ts";
import type { Role } from "../../core/lifecycle/authority.ts";
import type { Limits } from "../../registry/limits.ts";
import { type Running, type StartOptions, startRegistry } from "../../registry/start.ts";

export interface TestRegistry {
  url: string;
  folder: string;
  running: Running;
  /** A client with the token of the first administrator. */
  admin: RegistryClient;
  adminToken: string;
  /** What was logged so far. */
  log: Record<string, unknown>[];
  setNow(now: string): void;
  /** A client for somebody new. */
  client(
    principal: string,
    enterprise: string,
    roles: readonly Role[],
    scopes?: readonly TokenScope[],
  ): Promise<RegistryClient>;
  token(token: Pick<NewToken, "principal" | "enterprise" | "roles"> & Partial<NewToken>): Promise<string>;
  /** A request as it is, without the client. */
  raw(path: string, init?: RequestInit & { token?: string | undefined }): Promise<Response>;
  stop(): Promise<void>;
}

/** The stores that the whole suite runs on. Why there may be no PostgreSQL is said when the tests begin. */
export const stores: readonly { name: string; start: (extra?: Partial<StartOptions>) => Promise<TestRegistry> }[] = [
  { name: "sqlite", start: (extra) => startTest(undefined, undefined, undefined, extra) },
  ...(process.env.PATCHBAY_TEST_POSTGRES ? [{ name: "postgres", start: startOnPostgres }] : []),
];

/** A registry on a new database, which is dropped with it. */
async function startOnPostgres(extra?: Partial<StartOptions>): Promise<TestRegistry> {
  const server = process.env.PATCHBAY_TEST_POSTGRES ?? "";
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(server, `create database ${name}`);
  const registry = await startTest(temporaryFolder(), server.replace(/[^/]*$/, name), undefined, extra);
  const { stop } = registry;
  return {
    ...registry,
    stop: async () => {
      await stop();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}
export async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

export const startOfTests = "2031-03-01T12:00:00.000Z";

export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "patchbay-registry-"));
}

/** The same in every test, so that signatures can be compared; a registry of its own makes one. */
const secretKey = Buffer.alloc(32, "a key for tests").toString("base64");

export async function startTest(
  folder = temporaryFolder(),
  database?: string,
  limits?: Limits,
  extra: Partial<StartOptions> = {},
): Promise<TestRegistry> {
  let now = startOfTests;
  const log: Record<string, unknown>[] = [];
  const running = await startRegistry({
    folder,
    database,
    limits,
    host: "127.0.0.1",
    port: 0,
    now: () => now,
    log: (entry) => log.push(entry),
    checkAnswers: true,
    secretKey,
    jobs: false,
    ...extra,
  });
  const adminToken = readFileSync(path.join(folder, "admin-token"), "utf8").trim();
  const connect = (token: string) => createClient({ baseUrl: running.url, token, fetch });
  const admin = connect(adminToken);
  const registry: TestRegistry = {
    url: running.url,
    folder,
    running,
    admin,
    adminToken,
    log,
    setNow: (time) => {
      now = time;
    },
    token: async (token) => (await admin.createToken(token)).token,
    client: async (principal, enterprise, roles, scopes = []) =>
      connect(await registry.token({ principal, enterprise, roles: [...roles], scopes: [...scopes] })),
    raw: (url, { token, ...init } = {}) =>
      fetch(`${running.url}${url}`, {
        ...init,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(init.headers as Record<string, string>),
        },
      }),
    stop: async () => {
      await running.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return registry;
}

/** What a promise is refused with. */
export async function refusal(promise: Promise<unknown>): Promise<RegistryError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof RegistryError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

export interface DefinitionParts {
  slug?: string;
  name?: string;
  version?: string;
  type?: string;
  auth?: string;
  description?: string;
  /** Names of the output's fields. */
  fields?: readonly string[];
  operation?: string;
  /** Release notes of this version, in the file. */
  fileNotes?: string;
  /** Without it the checklist is not met. */
  responseSchema?: boolean;
}

/** A definition that meets the checklist, with what a test wants to vary. */
export function definition(parts: DefinitionParts = {}): string {
  const {
    slug = "parcel-tracker",
    name = "Parcel Tracker",
    version = "1.0.0",
    type = "Logistics",
    auth = "none",
    description = "Follows parcels from the depot to the door.",
    fields = ["number", "place"],
    operation = "get_parcel",
    fileNotes = "What changed.",
    responseSchema = true,
  } = parts;
  const schema = [
    "      schema:",
    "        type: object",
    "        properties:",
    ...fields.map((field) => `          ${field}: { type: string, description: The ${field} of the parcel. }`),
  ];
  return `format_version: 1
version: ${version}
overview:
  name: ${name}
  slug: ${slug}
  type: ${type}
  description: ${description}
  base_url: https://parcels.example.com/api
  icon: ./icon.svg
  documentation_url: https://parcels.example.com/docs
${authentication[auth as keyof typeof authentication]}
operations:
  ${operation}:
    name: Get parcel
    description: Returns one parcel and the place where it is.
    method: GET
    path: /parcels/{number}
    parameters:
      number: { in: path, type: string, required: true, description: The number on the label. }
    response:
      status: [200]
      records: $
${responseSchema ? schema.join("\n") : "      # No schema."}
    tests:
      known:
        input: { number: P-1 }
        mock: { status: 200, body: { number: P-1, place: Depot } }
        expect: { status: 200 }
resilience:
  timeout_ms: 10000
  retries: { max: 2, retry_on: [timeout, 429, 503] }
  rate_limit: { requests: 10, per_seconds: 60 }
field_mappings:
  parcel:
    domain: Shipment
    operations: [${operation}]
    fields: { shipment_number: ${fields[0]} }
publication:
  scope: enterprise
  releases:
    ${version}: { notes: ${fileNotes} }
`;
}

const authentication = {
  none: "auth:\n  type: none",
  api_key: `auth:
  type: api_key
  api_key:
    in: header
    header_name: X-Api-Key
  credentials:
    api_key: { label: API key, required: true, secret: true, description: From the settings of the service. }`,
};

/** A publication of a definition. */
export function publication(parts: DefinitionParts = {}, more: Partial<PublishRequest> = {}): PublishRequest {
  return {
    files: [{ path: "connector.connector.yaml", text: definition(parts) }],
    notes: "What changed.",
    migration_guide: "## get_parcel\n\nDo without the output `place`.",
    ...more,
  };
}

/** Publishes 1.0.0 of a definition and gives the connector. */
export async function publishFirst(
  client: RegistryClient,
  namespace: string,
  slug: string,
  scope: Scope = "enterprise",
  name = slug,
) {
  const result = await client.publish(
    `${namespace}/${slug}`,
    "1.0.0",
    publication({ slug, name }, { scope, reason: "For a test." }),
  );
  return result.connector;
}

/** The two files of a private Power Platform connector with an operation for each id. */
export function powerPlatform(ids: readonly string[]): { path: string; text: string }[] {
  const schema = {
    type: "object",
    properties: { id: { type: "string", "x-ms-summary": "Id", description: "The id." } },
  };
  const operation = (id: string) => ({
    operationId: id,
    summary: `Run ${id}`,
    description: `Runs ${id} for the account.`,
    parameters: [],
    responses: { 200: { description: "OK", schema } },
  });
  const swagger = {
    swagger: "2.0",
    info: { title: "Parcel Depots", version: "1.0", description: "Lists the depots of a parcel service." },
    host: "parcels.example.com",
    basePath: "/",
    schemes: ["https"],
    paths: Object.fromEntries(ids.map((id) => [`/${id}`, { get: operation(id) }])),
  };
  const properties = { properties: { connectionParameters: {}, iconBrandColor: "#336699", capabilities: [] } };
  return [
    { path: "apiDefinition.swagger.json", text: JSON.stringify(swagger, null, 2) },
    { path: "apiProperties.json", text: JSON.stringify(properties, null, 2) },
  ];
}
