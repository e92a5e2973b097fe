import { visibilityOf } from "../model/base.ts";
import type { Connector } from "../model/connector.ts";
import { setMember } from "../syntax/edits.ts";
import { Item } from "../syntax/item.ts";
import { Kind, type Node } from "../syntax/tree.ts";
import type { Entity } from "./entities.ts";
import { isHidden, linksOf } from "./inputs.ts";
import type { FixDraft } from "./rule.ts";
import { lacksText } from "./swagger.ts";
import { titleFromName } from "./text.ts";
import { escaped, type Uses, usesOf } from "./uses.ts";
import { saysSame } from "./wording.ts";

/** A property of a body or a response that makers see. */
export interface Field {
  readonly name: string;
  /** Its schema as it is written, a reference included. */
  readonly item: Item;
  /** Behind its reference; absent where that leads nowhere. */
  readonly target: Item;
  /** Whether makers enter it, and whether they get it. */
  readonly input: boolean;
  readonly output: boolean;
}

const LONGEST_LABEL = 80;
const INPUT: Uses = { used: true, input: true, output: false };
const OUTPUT: Uses = { used: true, input: false, output: true };

/**
 * The properties that are written in an entity, each once. Those of a definition are visible where any operation that makers
 * see takes or gives it.
 */
export function fieldsOf(entity: Entity, connector: Connector): Field[] {
  const { kind, item, operations } = entity;
  const starts: [Item, Uses][] = [];
  if (kind === "definition" || kind === "parameter" || kind === "response") {
    const uses = usesOf(connector, `/${kind}s/${escaped(item.key)}`);
    if (uses?.input || uses?.output) starts.push([kind === "definition" ? item : item.get("schema"), uses]);
  }
  for (const { internal, body, responses, notification } of operations) {
    if (internal) continue;
    if (body && !body.internal && body.use.node === body.item.node) starts.push([body.schema, INPUT]);
    for (const { success, use, item: response, schema } of responses)
      if (success && use.node === response.node) starts.push([schema, OUTPUT]);
    if (notification.exists) starts.push([notification.get("schema"), OUTPUT]);
  }
  return fieldsBelow(starts, connector);
}

function fieldsBelow(starts: readonly [Item, Uses][], connector: Connector): Field[] {
  const fields: Field[] = [];
  const seen = new Set<Node>();
  for (const [{ file, node: start }, uses] of starts) {
    const { tree } = file;
    if (!tree) continue;
    const nodes: Node[] = [start];
    for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
      if (tree.kind(node) !== Kind.object || seen.has(node)) continue;
      seen.add(node);
      const schema = new Item(file, node);
      const links = linksOf(schema);
      if (links.ref >= 0 || isHidden(schema, links)) continue;
      for (let child = tree.first(links.properties); child >= 0; child = tree.next(child)) {
        const item = new Item(file, child);
        const target = connector.resolve(item);
        if (!item.isObject || visibilityOf(item) === "internal" || visibilityOf(target) === "internal") continue;
        const input = uses.input && item.get("readOnly").boolean !== true;
        if (input || uses.output) fields.push({ name: item.key, item, target, input, output: uses.output });
        nodes.push(child);
      }
      for (let child = tree.first(links.allOf); child >= 0; child = tree.next(child)) nodes.push(child);
      if (tree.kind(links.items) === Kind.array)
        for (let child = tree.first(links.items); child >= 0; child = tree.next(child)) nodes.push(child);
      else if (links.items >= 0) nodes.push(links.items);
    }
  }
  return fields;
}

/** Whether a field refers to a definition, beside which nothing else is read. */
export function isReference({ item, target }: Field): boolean {
  return item.node !== target.node;
}

/** Whether neither the field nor what it refers to has a label. */
export function lacksLabel({ item, target }: Field): boolean {
  return [item, target].every((one) => lacksText(one, "x-ms-summary") && lacksText(one, "title"));
}

/** What makers know the field by, where it has a label. */
export function labelOf({ target }: Field): string | undefined {
  return target.get("x-ms-summary").string?.trim() || target.get("title").string?.trim() || undefined;
}

/** A label made of the name, where that gives one that is short and says more than the description. */
export function labelFix(field: Field): FixDraft | undefined {
  const { item, name } = field;
  const label = titleFromName(name);
  if (isReference(field) || label.length > LONGEST_LABEL) return undefined;
  if (saysSame(label, item.get("description").string ?? "")) return undefined;
  return {
    title: `Add "x-ms-summary": "${label}"`,
    edits: () => setMember(item, "x-ms-summary", label, "type"),
  };
}
