import type { Item } from "../syntax/item.ts";

/** Parameters of a connection, those of the alternative ways to sign in included. */
export function connectionParameters(properties: Item): Item[] {
  return [
    ...properties.get("connectionParameters").children(),
    ...properties
      .path("connectionParameterSets", "values")
      .children()
      .flatMap((set) => set.get("parameters").children()),
  ];
}
