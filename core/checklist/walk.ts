import type { Connector } from "../model/connector.ts";
import { Item } from "../syntax/item.ts";
import { Kind, type Node } from "../syntax/tree.ts";
import { keywordsOf, Member, Part, type PartName } from "./document.ts";
import type { Entity } from "./entities.ts";
import type { Hook, Plan } from "./plan.ts";
import type { SchemaEntity } from "./rule.ts";

/** What an object is as a schema: nothing, a real schema, or a parameter that is described like one. */
type Role = "none" | "schema" | "parameter";

interface Step {
  readonly node: Node;
  readonly name: PartName | undefined;
  readonly role: Role;
}

export type See = <T>(hooks: readonly Hook<T>[], thing: T) => void;

/** What the members of the document's maps are. */
const PARTS = {
  path: "pathItem",
  definition: "schema",
  parameter: "parameter",
  response: "response",
  securityScheme: "securityScheme",
} as const;

/**
 * Shows the rules every part, member and schema of an entity, in one walk without recursion, so that depth cannot overflow. Parts
 * are found by the keywords of Swagger, schemas by what operations and the shared maps say that they are; mostly they coincide.
 */
export function walkEntity(entity: Entity, connector: Connector, plan: Plan, see: See): void {
  const { item, kind, file } = entity;
  if (!file.tree || kind === "file") return;
  const starts = schemaStarts(entity);
  const name = partOf(entity, connector);
  const steps: Step[] = [];
  if (name) steps.push({ node: item.node, name, role: "none" });
  else if (kind === "section" && connector.family === "powerplatform") {
    const keyword = keywordsOf("document").get(item.key);
    if (keyword?.part) steps.push({ node: item.node, name: keyword.part, role: "none" });
    for (const part of keyword?.each ? item.children() : [])
      if (keyword?.each === "schema" || !part.key.startsWith("x-"))
        steps.push({ node: part.node, name: keyword?.each, role: "none" });
  }
  walk(steps, entity, starts, plan, see);
  // Schemas of operations that are written in a way that Swagger does not know.
  for (const [node, role] of [...starts]) walk([{ node, name: undefined, role }], entity, new Map(), plan, see);
}

function partOf({ kind, item }: Entity, { family }: Connector): PartName | undefined {
  if (family !== "powerplatform") return undefined;
  if (kind === "document") return "document";
  const name = PARTS[kind as keyof typeof PARTS] as PartName | undefined;
  // Maps such as `paths` and `responses` may hold extensions; definitions may be called anything.
  return name === "schema" || !item.key.startsWith("x-") ? name : undefined;
}

/** Where schemas begin in an entity. A parameter of a path belongs to all of its operations and is still one schema. */
function schemaStarts({ kind, item, operations }: Entity): Map<Node, Role> {
  const starts = new Map<Node, Role>();
  const add = (schema: Item, role: Role): void => {
    if (schema.isObject) starts.set(schema.node, role);
  };
  if (kind === "definition") add(item, "schema");
  else if (kind === "response") add(item.get("schema"), "schema");
  else if (kind === "parameter") {
    const isBody = item.get("in").string === "body";
    add(isBody ? item.get("schema") : item, isBody ? "schema" : "parameter");
  }
  for (const { parameters, body, responses, notification } of operations) {
    for (const parameter of parameters)
      if (parameter.use.node === parameter.item.node) add(parameter.item, "parameter");
    if (body && body.use.node === body.item.node) add(body.schema, "schema");
    for (const response of responses) if (response.use.node === response.item.node) add(response.schema, "schema");
    if (notification.exists) add(notification.get("schema"), "schema");
  }
  return starts;
}

function walk(steps: Step[], { kind, file }: Entity, starts: Map<Node, Role>, plan: Plan, see: See): void {
  const { tree } = file;
  if (!tree) return;
  const push = (node: Node, name: PartName | undefined, role: Role): void => {
    if (tree.kind(node) === Kind.object && (name || role !== "none")) steps.push({ node, name, role });
  };
  const { misfit, stranger, extension } = plan;
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node, name } = step;
    if (tree.kind(node) !== Kind.object) continue;
    let { role } = step;
    if (starts.size) {
      const start = starts.get(node);
      if (start) {
        if (role === "none") role = start;
        starts.delete(node);
      }
    }
    const { parts, keys } = (name && plan.parts.get(name)) ?? plan.schema;
    const item = new Item(file, node);
    const part = name && new Part(item, name);
    if (part && parts.length) see(parts, part);
    let schema: SchemaEntity | undefined;
    for (let child = tree.first(node); child >= 0; child = tree.next(child)) {
      const key = tree.key(child);
      const todo = keys.get(key);
      if (part && !todo?.known) {
        const hooks = isExtension(key) ? extension : stranger;
        if (hooks.length) see(hooks, new Member(part, new Item(file, child)));
      }
      if (!todo) continue;
      if (part && misfit.length && todo.kinds && !(todo.kinds & (1 << tree.kind(child))))
        see(misfit, new Member(part, new Item(file, child)));
      if (!todo.active) continue;
      if (part && todo.members.length) see(todo.members, new Member(part, new Item(file, child)));
      if (role !== "none" && todo.schemas.length) {
        schema ??= { item, parameter: role === "parameter" };
        see(todo.schemas, schema);
      }
      // The members of the root are entities of their own.
      if (kind === "document") continue;
      const lead = role === "none" ? "none" : todo.lead;
      const { part: one, each } = todo;
      const isList = lead === "each" || (lead === "items" && tree.kind(child) === Kind.array);
      const next = lead === "none" ? "none" : lead === "items" && !isList ? role : "schema";
      if (each || isList) {
        for (let member = tree.first(child); member >= 0; member = tree.next(member))
          if (!each || each === "schema" || !tree.key(member).startsWith("x-")) push(member, each, next);
      } else if (one || lead !== "none") push(child, one, next);
    }
  }
}

function isExtension(key: string): boolean {
  return key.charCodeAt(1) === 0x2d && (key.charCodeAt(0) | 0x20) === 0x78;
}
