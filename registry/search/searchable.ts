/** What of a connector people look for. */
import type { Connector } from "../../core/engine.ts";
import type { Searchable } from "./words.ts";

/** A connector as the search sees it. */
export function searchableOf(
  { namespace, slug, name }: { readonly namespace: string; readonly slug: string; readonly name: string },
  connector: Connector,
): Searchable {
  const { typeText: type, descriptionText: description, operationIds: operations } = connector;
  return { name, slug, namespace, type, description, operations, domains: domainsOf(connector) };
}

/** The domains of the canonical data model that a connector's mappings speak of. */
function domainsOf({ mappings }: Connector): string[] {
  return [...new Set(mappings.map(({ domain }) => domain.string ?? "").filter((domain) => domain !== ""))].sort();
}
