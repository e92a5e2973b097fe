/** The registry behind the port of commands and views, by the typed client of core/api. */
import { createClient, type Fetch } from "../../core/api/client.ts";
import type { ConnectorInfo, Usage as WireUsage } from "../../core/api/types.ts";
import type { CatalogueEntry, RegistryClient, RegistryEntry, Usage } from "./ports.ts";
import { draftsOf, publishRequest, requestsOf } from "./registry-requests.ts";

const timeLimit = 20_000;

/** The platform's fetch, which gives up when nobody answers. */
export const limitedFetch: Fetch = (url, init) => fetch(url, { ...init, signal: AbortSignal.timeout(timeLimit) });

/** A client of one registry; nothing is sent before one of its methods is called. */
export function connectRegistry(
  entry: RegistryEntry,
  token: string | undefined,
  fetch: Fetch = limitedFetch,
): RegistryClient {
  const client = createClient({ baseUrl: entry.url, token, fetch, newKey: () => crypto.randomUUID() });
  const etag = async (id: string) => (await client.getConnector(id)).etag;
  return {
    entry,
    async whoami() {
      const { principal, enterprise, roles } = await client.whoami();
      return { name: principal, enterprise, namespace: enterprise, roles };
    },
    async list() {
      const all: CatalogueEntry[] = [];
      for await (const info of client.allConnectors({ state: "any", limit: 100 })) all.push(catalogueEntry(info));
      return all;
    },
    async find(id) {
      const info = await client.findConnector(id);
      return info && catalogueEntry(info);
    },
    async versions(id) {
      const [{ items }, usage] = await Promise.all([
        client.listVersions(id),
        // Numbers are an addition here; a role that may not see them still sees the versions.
        client.getUsage(id).catch(() => undefined),
      ]);
      return items.map(({ version, published_at, notes }) => ({
        version,
        publishedAt: published_at,
        notes,
        enterprises: usage?.by_version.find((one) => one.version === version)?.enterprises,
      }));
    },
    files: async (id, version) => (await client.getContent(id, version)).files,
    usage: async (id) => usageOf(await client.getUsage(id)),
    affected: (id) => client.getUsage(id).catch(() => undefined),
    async publish(id, body) {
      const { version, reason } = body;
      await client.publish(id, version, { ...publishRequest(body), ...(reason ? { reason } : {}) });
    },
    async deprecate(id, { sunset, message, replacement }) {
      const request = { sunset_at: sunset, message, ...(replacement ? { replacement } : {}) };
      await client.deprecate(id, await etag(id), request);
    },
    async unpublish(id, override) {
      await client.unpublish(id, await etag(id), override ? { force: true, ...override } : {});
    },
    async promote(id) {
      await client.promote(id, await etag(id));
    },
    async undeprecate(id) {
      await client.undeprecate(id, await etag(id));
    },
    ...requestsOf(client),
    ...draftsOf(client),
  };
}

function catalogueEntry(info: ConnectorInfo): CatalogueEntry {
  const { id, namespace, slug, name, description, scope, state, family, type, auth, deprecation, usage } = info;
  return {
    ...{ id, namespace, slug, name, description, scope, state, family, type, auth },
    latest: info.latest_version,
    enterprises: usage.enterprises,
    sunset: deprecation?.sunset_at,
    message: deprecation?.message,
    replacement: deprecation?.replacement ?? undefined,
  };
}

/** Calls per day over the last 30 days that have any, oldest first; days without calls count as zero. */
function daily(days: WireUsage["by_day"]): number[] {
  const calls = new Map<string, number>();
  for (const { day, calls: number } of days) calls.set(day, (calls.get(day) ?? 0) + number);
  const known = [...calls.keys()].sort();
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return [];
  const series: number[] = [];
  for (let time = Date.parse(first); time <= Date.parse(last); time += 86_400_000)
    series.push(calls.get(new Date(time).toISOString().slice(0, 10)) ?? 0);
  return series;
}

function usageOf(usage: WireUsage): Usage {
  return {
    example: usage.example_data,
    enterprises: usage.enterprises,
    connections: usage.active_connections,
    orchestrations: usage.orchestrations,
    calls7: usage.calls_7_days,
    calls30: usage.calls_30_days,
    daily: daily(usage.by_day),
    versions: usage.by_version
      .filter(({ active_connections, calls_30_days }) => active_connections > 0 || calls_30_days > 0)
      .map(({ version, active_connections, calls_30_days }) => ({
        version,
        connections: active_connections,
        calls: calls_30_days,
      })),
    operations: usage.by_operation
      .slice(0, 10)
      .map(({ operation, calls_30_days }) => ({ operation, calls: calls_30_days })),
  };
}
