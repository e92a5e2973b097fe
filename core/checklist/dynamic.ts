import type { Connector, Operation } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { Kind } from "../syntax/tree.ts";
import type { Member } from "./document.ts";
import { forKeys, type Look, type RuleContext, type Visitor } from "./rule.ts";

const EXTENSIONS = ["x-ms-dynamic-values", "x-ms-dynamic-list", "x-ms-dynamic-schema", "x-ms-dynamic-properties"];
const TREE = "x-ms-dynamic-tree";

/** A place where the designer calls an operation to fill a list, a tree or a schema. */
interface DynamicCall {
  /** Name of the extension. */
  readonly extension: string;
  /** The object with `operationId` and `parameters`. */
  readonly call: Item;
}

/**
 * A visitor's look at every call of the dynamic extensions. Built-in capabilities of the platform name no operation and are left
 * out.
 */
export function inDynamicCalls(look: Look<DynamicCall>): NonNullable<Visitor["member"]> {
  const judge = (extension: string, call: Item, context: RuleContext): void => {
    if (call.isObject && !call.get("capability").exists && !call.get("builtInOperation").exists)
      look({ extension, call }, context);
  };
  return {
    ...forKeys<Member>(EXTENSIONS, ({ value }, context) => judge(value.key, value, context)),
    [TREE]({ value }, context) {
      for (const key of ["open", "browse"]) judge(TREE, value.get(key), context);
    },
  };
}

/** The operation that something stands in; `undefined` for what is shared by several. */
export function callerOf(item: Item, connector: Connector): Operation | undefined {
  const ancestors: Item[] = [];
  for (let at = item; at.exists; at = at.parent) ancestors.push(at);
  // The root, its paths, one of them, and the operation.
  const node = ancestors.at(-4)?.node;
  return connector.operations.find((operation) => operation.item.node === node);
}

/** A value that a call passes to a parameter of the operation that it calls. */
interface Passed {
  readonly name: string;
  /** The member of `parameters`. */
  readonly item: Item;
  /** The name of an input of the caller, or the path to a property of its body, where the value is taken from. */
  readonly reference: Item | undefined;
  /** The value, where it is fixed. */
  readonly fixed: Item | undefined;
}

/** What a call passes; values that are still being typed are left out. */
export function passedBy(call: Item): Passed[] {
  return call
    .get("parameters")
    .children()
    .flatMap((item): Passed[] => {
      const passed = { name: item.key, item, reference: undefined, fixed: undefined };
      if (!item.isObject) return item.kind === Kind.missing ? [] : [{ ...passed, fixed: item }];
      const reference = [item.get("parameter"), item.get("parameterReference")].find((one) => one.isString);
      const fixed = item.get("value");
      return [{ ...passed, reference, fixed: fixed.exists && fixed.kind !== Kind.missing ? fixed : undefined }];
    });
}

/** What the operation that is called gives, where it exists and says so. */
export function responseOf(call: Item, connector: Connector): { operation: Operation; schema: Item } | undefined {
  const operation = connector.operation(call.get("operationId").string ?? "");
  const schema = operation?.responses.find(({ success }) => success)?.schema;
  return operation && schema?.exists ? { operation, schema } : undefined;
}

/** A call whose response holds the entries of a list, and the path to them. */
export function callOfList({ extension, call }: DynamicCall, connector: Connector) {
  const key = { "x-ms-dynamic-values": "value-collection", "x-ms-dynamic-list": "itemsPath" }[extension];
  const response = key && responseOf(call, connector);
  const path = call.get(key ?? "");
  if (!response || (path.exists && !path.isString)) return undefined;
  return { call, key, collection: path.string ?? "", schema: response.schema, target: response.operation };
}
