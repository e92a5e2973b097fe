import type { Item } from "../syntax/item.ts";
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
