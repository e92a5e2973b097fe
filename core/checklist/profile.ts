import type { Connector } from "../model/connector.ts";
import type { Profile } from "./types.ts";

/** The brand colour that every connector of an independent publisher carries. */
export const INDEPENDENT_COLOUR = "#da3b01";

/**
 * The profile of a connector, found from its folder, its brand colour and its publisher. Definitions and everything that gives
 * no sign are `custom`: only what the platform itself demands is then asked of them.
 */
export function detectProfile(connector: Connector): Profile {
  if (connector.family === "definition") return "custom";
  const { path, role } = connector.main;
  // Only what is certified is uploaded as a package.
  if (role === "package") return "certified";
  if (/(?:^|[\\/])independent-publisher-connectors[\\/]/i.test(path)) return "independent";
  if (/(?:^|[\\/])certified-connectors[\\/]/i.test(path)) return "certified";
  if (/(?:^|[\\/])custom-connectors[\\/]/i.test(path)) return "custom";
  const { properties } = connector;
  if (properties.get("iconBrandColor").string?.toLowerCase() === INDEPENDENT_COLOUR) return "independent";
  if (properties.get("publisher").string && properties.get("stackOwner").string) return "certified";
  return "custom";
}
