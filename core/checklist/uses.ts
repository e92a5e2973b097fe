import { decodeFragment, visibilityOf } from "../model/base.ts";
import type { Connector } from "../model/connector.ts";
import { METHODS } from "../model/powerplatform/reader.ts";
import { Item } from "../syntax/item.ts";
import { Kind, type Node } from "../syntax/tree.ts";
import { swaggerRoot } from "./swagger.ts";
import { CONTENT } from "./webhooks.ts";

/** How a shared part of the document is used. */
export interface Uses {
  /** Whether anything is that is used itself: a path, or a parameter or response that is shared. */
  readonly used: boolean;
  /** Whether makers see it in what operations take, and in what they give. */
  readonly input: boolean;
  readonly output: boolean;
}

/** As what a reference uses something: as what it is used itself (`same`), or as nothing that makers see (`none`). */
type Way = "input" | "output" | "same" | "none";
interface Link {
  /** JSON pointer of what is used. */
  readonly to: string;
  readonly way: Way;
}

const DEFINITIONS = "/definitions/";
const SECTIONS = ["definitions", "parameters", "responses"] as const;
const MAPS = new Set(["properties", "responses"]);
/** Members of schemas whose values are data and no schemas. */
const DATA = new Set(["default", "example", "examples", "enum", "x-ms-examples"]);

const byConnector = new WeakMap<Connector, (pointer: string) => Uses | undefined>();

/** How a shared part of the document, by its JSON pointer, is used elsewhere in it; `undefined` where nothing refers to it. */
export function usesOf(connector: Connector, pointer: string): Uses | undefined {
  let uses = byConnector.get(connector);
  if (!uses) {
    uses = usesIn(connector);
    byConnector.set(connector, uses);
  }
  return uses(pointer);
}

/**
 * How the shared parts of a connector are used. What each path and shared part refers to is remembered by itself, so that a key
 * costs the part that it is typed in, and nobody hears of it unless references come or go.
 */
function usesIn(connector: Connector): (pointer: string) => Uses | undefined {
  const { reads } = connector;
  let known = new Map<Node, () => readonly Link[]>();
  return reads.index(
    () => {
      const kept = new Map<Node, () => readonly Link[]>();
      const linksOf = (item: Item, find: (item: Item) => Link[]): readonly Link[] => {
        const links =
          known.get(item.node) ??
          reads.memo(() => {
            // All of it is read: that is one thing to note and not as many as it has values.
            item.file.tree?.width(item.node);
            return reads.during(undefined, () => once(find(item)));
          }, sameLinks);
        kept.set(item.node, links);
        return links();
      };
      const root = swaggerRoot(connector);
      const shared = new Map<string, readonly Link[]>();
      for (const section of SECTIONS)
        for (const item of root.get(section).children())
          shared.set(
            `/${section}/${escaped(item.key)}`,
            linksOf(item, (part) => [
              ...collect(part, "none"),
              ...collect(section === "definitions" ? part : part.get("schema"), "same"),
            ]),
          );
      const starts = root
        .get("paths")
        .children()
        .flatMap((item) => linksOf(item, linksOfPath));
      known = kept;
      return spread(starts, shared);
    },
    (before, after) => before.used === after.used && before.input === after.input && before.output === after.output,
  );
}

/** A part of a JSON pointer. */
export function escaped(key: string): string {
  return key.replace(/~/g, "~0").replace(/\//g, "~1");
}

/** Links without repetitions: a path refers to the same few things again and again. */
function once(links: readonly Link[]): Link[] {
  const seen = new Set<string>();
  return links.filter(({ to, way }) => {
    const key = `${way} ${to}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function sameLinks(before: readonly Link[], after: readonly Link[]): boolean {
  return (
    before.length === after.length && before.every(({ to, way }, i) => to === after[i]?.to && way === after[i]?.way)
  );
}

/** Follows references from the operations on until nothing new is found. */
function spread(starts: readonly Link[], shared: ReadonlyMap<string, readonly Link[]>): Map<string, Uses> {
  const found = new Map<string, Uses>();
  const queue: string[] = [];
  const use = (to: string, given: Uses): void => {
    const before = found.get(to);
    const uses = {
      used: given.used || before?.used === true,
      input: given.input || before?.input === true,
      output: given.output || before?.output === true,
    };
    if (before && before.used === uses.used && before.input === uses.input && before.output === uses.output) return;
    found.set(to, uses);
    queue.push(to);
  };
  for (const { to, way } of starts) use(to, { used: true, input: way === "input", output: way === "output" });
  for (const [from, links] of shared)
    for (const { to } of links)
      if (to !== from) use(to, { used: !from.startsWith(DEFINITIONS), input: false, output: false });
  for (let from = queue.pop(); from !== undefined; from = queue.pop()) {
    const { used, input, output } = found.get(from) as Uses;
    for (const { to, way } of shared.get(from) ?? [])
      if (to !== from) use(to, { used, input: way === "same" && input, output: way === "same" && output });
  }
  return found;
}

function linksOfPath(item: Item): Link[] {
  const links = collect(item, "none");
  const shared = item.get("parameters").children();
  for (const operation of item.children()) {
    if (!METHODS.has(operation.key.toLowerCase()) || isHidden(operation)) continue;
    for (const parameter of [...operation.get("parameters").children(), ...shared])
      if (!isHidden(parameter))
        links.push(...collect(parameter.get("schema").exists ? parameter.get("schema") : parameter, "input"));
    for (const response of successes(operation.get("responses")))
      links.push(...collect(response.get("schema").exists ? response.get("schema") : response, "output"));
    for (const owner of [operation, item]) links.push(...collect(owner.path(CONTENT, "schema"), "output"));
  }
  return links;
}

/** The responses that callers take for success. */
function successes(responses: Item): Item[] {
  const all = responses.children();
  const good = all.filter(({ key }) => /^2\d\d$/.test(key));
  return good.length ? good : all.filter(({ key }) => key === "default");
}

function isHidden(item: Item): boolean {
  return visibilityOf(item) === "internal";
}

/** Every reference below a value. What is hidden from makers uses as nothing what it refers to. */
function collect(start: Item, way: Way): Link[] {
  const links: Link[] = [];
  const { file } = start;
  const { tree } = file;
  if (!tree) return links;
  // Members of maps are called as people like, or `default`; all others are words of the format.
  const stack: { node: Node; named: boolean }[] = [{ node: start.node, named: false }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node, named } = entry;
    const kind = tree.kind(node);
    if (kind !== Kind.object && kind !== Kind.array) continue;
    if (kind === Kind.object && !named) {
      const item = new Item(file, node);
      if (way !== "none" && isHidden(item)) continue;
      const reference = item.get("$ref").string;
      if (reference?.startsWith("#/")) links.push({ to: decodeFragment(reference.slice(1)), way });
    }
    for (let child = tree.first(node); child >= 0; child = tree.next(child)) {
      const key = tree.key(child);
      if (named || !DATA.has(key)) stack.push({ node: child, named: !named && MAPS.has(key) });
    }
  }
  return links;
}
