import type { Connector, Operation } from "../model/connector.ts";

export const ANNOTATION = "x-ms-api-annotation";

/**
 * Operations that are revisions of one another, by the name of their family; an operation that names none is the first of the
 * family of its own id. Families with one member say nothing and are left out.
 */
export function families(connector: Connector): Map<string, Operation[]> {
  const all = new Map<string, Operation[]>();
  for (const operation of connector.operations) {
    const annotation = operation.item.get(ANNOTATION);
    const name = (annotation.exists && annotation.get("family").string) || operation.id;
    if (!name) continue;
    const members = all.get(name);
    if (members) members.push(operation);
    else all.set(name, [operation]);
  }
  for (const [name, members] of all) if (members.length < 2) all.delete(name);
  return all;
}
