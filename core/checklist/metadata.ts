import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { swaggerRoot } from "./swagger.ts";

const SITE = /^\s*(https?:\/\/[^/\s]+)/i;

export const METADATA = "x-ms-connector-metadata";

/** The list of name-value pairs at the root of a swagger document. */
export function metadataList(connector: Connector): Item {
  return swaggerRoot(connector).get(METADATA);
}

/** The pair with this name, letter case aside: writing "Privacy Policy" is another finding than having none. */
export function metadataPair(list: Item, name: string): Item | undefined {
  return list.children().find((pair) => pair.get("propertyName").string?.trim().toLowerCase() === name.toLowerCase());
}

/** The address that the file gives for its publisher, to start other addresses from. */
export function knownSite(connector: Connector): string {
  const contact = swaggerRoot(connector).path("info", "contact", "url").string ?? "";
  const website = metadataPair(metadataList(connector), "Website")?.get("propertyValue").string ?? "";
  return (SITE.exec(contact) ?? SITE.exec(website))?.[1] ?? "https://example.com";
}

/** A contact for support, made of what the files tell about their publisher. */
export function supportContact(connector: Connector): { name: string; url: string; email: string } {
  const site = knownSite(connector);
  const owner = connector.properties.get("publisher").string?.trim() || connector.title.string?.trim() || "";
  return {
    name: `${owner} Support`.trim(),
    url: `${site}/support`,
    email: `support@${site.replace(/^https?:\/\/(?:www\.)?/, "")}`,
  };
}
