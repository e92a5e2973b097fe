import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import type { Connector, Operation } from "../../core/model/connector.ts";
import { Shape } from "../../core/model/shape.ts";
import type { Item } from "../../core/syntax/item.ts";

const EXTENSION = /^x-ms-dynamic-(?:values|list|schema|properties|tree)$/;
/** Members that name the list in a response, and those that name a field of its items. */
const LISTS = new Set(["value-collection", "itemsPath"]);
const FIELDS = new Set([
  "value-path",
  "value-title",
  "itemValuePath",
  "itemTitlePath",
  "itemFullTitlePath",
  "itemIsParent",
  "selectedItemValuePath",
]);

/** The call that a path of keys leads into: the object with `operationId`, and the keys from there on. */
interface Call {
  readonly call: Item;
  readonly rest: readonly string[];
  readonly caller: Operation | undefined;
}

function callAt(connector: Connector, path: readonly string[]): Call | undefined {
  const at = path.findIndex((key) => EXTENSION.test(key));
  if (at < 0) return undefined;
  const nested = path[at] === "x-ms-dynamic-tree" ? 1 : 0;
  const end = at + 1 + nested;
  const call = path
    .slice(0, end)
    .reduce(
      (item, key) => (item.isArray ? (item.children()[Number(key)] ?? item.get(key)) : item.get(key)),
      connector.root,
    );
  const caller = connector.operations.find(
    ({ path: own, method }) => path[0] === "paths" && own === path[1] && method === path[2]?.toUpperCase(),
  );
  return { call, rest: path.slice(end), caller };
}

/** Names of the inputs of the operation that is called, where a value is to be bound to one. */
export function boundInputs(connector: Connector, path: readonly string[]): readonly string[] {
  const found = callAt(connector, path);
  if (found?.rest.length !== 1 || found.rest[0] !== "parameters") return [];
  const target = connector.operation(found.call.get("operationId").string ?? "");
  return target?.parameters.map(({ name }) => name) ?? [];
}

/** What can stand as a value in such a call: fields of the response, and inputs that give values. */
export function boundValues(connector: Connector, path: readonly string[]): CompletionItem[] {
  const found = callAt(connector, path);
  const last = path[path.length - 1] ?? "";
  if (!found) return [];
  if ((last === "parameter" || last === "parameterReference") && found.rest[0] === "parameters")
    return (found.caller?.parameters ?? []).map(({ name, in: place }) => ({
      label: name,
      kind: CompletionItemKind.Variable,
      detail: place,
    }));
  const target = connector.operation(found.call.get("operationId").string ?? "");
  const response = target?.responses.find(({ success, schema }) => success && schema.exists);
  if (!response || found.rest.length !== 1) return [];
  const whole = new Shape(response.schema);
  if (LISTS.has(last)) return fieldsOf(whole).filter(({ detail }) => detail === "array");
  if (!FIELDS.has(last)) return [];
  const list = ["value-collection", "itemsPath"].map((key) => found.call.get(key).string).find(Boolean);
  const listed = (list ?? "")
    .split("/")
    .filter(Boolean)
    .reduce<Shape | undefined>((shape, key) => {
      const item = shape?.properties.get(key);
      return item && new Shape(item);
    }, whole);
  const items = listed?.keyword("items");
  return listed ? fieldsOf(items?.exists ? new Shape(items) : listed) : [];
}

function fieldsOf(shape: Shape): CompletionItem[] {
  return [...shape.properties].map(([name, item]) => ({
    label: name,
    kind: CompletionItemKind.Field,
    detail: new Shape(item).keyword("type").string ?? "",
  }));
}
