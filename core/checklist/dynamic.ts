import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { membersOf } from "./document.ts";

const EXTENSIONS = ["x-ms-dynamic-values", "x-ms-dynamic-list", "x-ms-dynamic-schema", "x-ms-dynamic-properties"];

/** A place where the designer calls an operation to fill a list, a tree or a schema. */
export interface DynamicCall {
  /** Name of the extension. */
  readonly extension: string;
  /** The object with `operationId` and `parameters`. */
  readonly call: Item;
}

/** Every call of the dynamic extensions. Built-in capabilities of the platform name no operation and are left out. */
export function dynamicCalls(connector: Connector): DynamicCall[] {
  const calls: DynamicCall[] = [];
  for (const extension of EXTENSIONS)
    for (const { value } of membersOf(connector, extension)) calls.push({ extension, call: value });
  for (const { value } of membersOf(connector, "x-ms-dynamic-tree"))
    for (const key of ["open", "browse"])
      if (value.get(key).exists) calls.push({ extension: "x-ms-dynamic-tree", call: value.get(key) });
  return calls.filter(
    ({ call }) => call.isObject && !call.get("capability").exists && !call.get("builtInOperation").exists,
  );
}
