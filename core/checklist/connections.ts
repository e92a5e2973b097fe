import type { Operation } from "../model/connector.ts";

/** Parameters that a call without any input lacks. */
export function needed({ parameters }: Operation): string[] {
  return parameters
    .filter(({ name, required, item }) => name && required && !item.get("default").exists)
    .map(({ name }) => name);
}
