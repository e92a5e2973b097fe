import type { Connector, Operation } from "../model/connector.ts";
import { inputsOf } from "./inputs.ts";

export const CONTENT = "x-ms-notification-content";
export const CALLBACK = "x-ms-notification-url";

/** Whether an operation takes an address which the service calls back. */
export function takesCallback(operation: Operation, connector: Connector): boolean {
  return inputsOf(operation, connector).some(({ item }) => item.get(CALLBACK).boolean);
}
