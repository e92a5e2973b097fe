import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { swaggerRoot } from "./swagger.ts";

export const METADATA = "x-ms-connector-metadata";

/** The list of name-value pairs at the root of a swagger document. */
export function metadataList(connector: Connector): Item {
  return swaggerRoot(connector).get(METADATA);
}

/** The pair with this name, letter case aside: writing "Privacy Policy" is another finding than having none. */
export function metadataPair(list: Item, name: string): Item | undefined {
  return list.children().find((pair) => pair.get("propertyName").string?.trim().toLowerCase() === name.toLowerCase());
}

/** The address that the file gives for its publisher, to start the links of the metadata from. */
export function knownSite(connector: Connector): string {
  const url = swaggerRoot(connector).path("info", "contact", "url").string?.trim() ?? "";
  return /^https?:\/\/[^/\s]+/i.exec(url)?.[0] ?? "https://example.com";
}
