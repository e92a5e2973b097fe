import { isAlias, isMap, isPair, isScalar, isSeq, type Pair, parseAllDocuments, type Node as YamlNode } from "yaml";
import { type FlatTree, Kind, NONE, type Node, type Scalar } from "./tree.ts";
import { TreeBuilder } from "./tree-builder.ts";
import { MAX_NODES, reportDuplicate } from "./yaml-limits.ts";
import { yamlDecoder } from "./yaml-values.ts";

/**
 * YAML 1.2 (core schema) into the node table by way of the `yaml` package: all of the language and all of its problems, at the
 * price of an object per token. Aliases are expanded at their place, so that every reader sees plain data.
 */
export function parseYamlByPackage(text: string): FlatTree {
  return buildYamlByPackage(text).finish(text, "yaml", 0, yamlDecoder);
}

/** The same as the rows of a table that is still to be finished. Its first row is the root. */
export function buildYamlByPackage(text: string): TreeBuilder {
  const builder = new TreeBuilder();
  const { keys, scalars } = builder.kept;
  let root = NONE;
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  try {
    const documents = parseAllDocuments(bom ? text.slice(1) : text, {
      version: "1.2",
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: "silent",
      stringKeys: false,
    });
    const list = Array.isArray(documents) ? documents : [];
    const document = list[0];
    let previous = "";
    for (const error of document?.errors ?? []) {
      // Once the parser has lost its way it complains about every token that follows: the first complaint is the one to mend.
      if (error.code === "UNEXPECTED_TOKEN" && previous === error.code) continue;
      previous = error.code;
      const [start, end] = error.pos;
      builder.problem(
        error.code.toLowerCase().replace(/_/g, "-"),
        sentence(error.message),
        start + bom,
        Math.min(Math.max(end, start + 1) + bom, text.length),
      );
    }
    if (list[1]) {
      const start = (list[1].range?.[0] ?? text.length) + bom;
      builder.problem(
        "several-documents",
        "Only one YAML document per file: remove what follows.",
        start,
        Math.min(start + 3, text.length),
      );
    }
    if (document?.contents)
      root = new YamlReader(text, bom, builder, keys, scalars, document).read(
        document.contents as YamlNode,
        NONE,
        -1,
        -1,
      );
  } catch (error) {
    builder.problem(
      "unreadable",
      `The YAML could not be read: ${error instanceof Error ? error.message : String(error)}`,
      0,
      Math.min(1, text.length),
    );
  }
  if (root < 0) {
    if (!builder.problems.length) builder.problem("empty", "The file is empty: a YAML document is expected.", 0, 0);
    root = builder.add(Kind.missing, bom, bom, NONE);
  }
  return builder;
}

/** The library's messages without their trailing position, as sentences. */
function sentence(message: string): string {
  const plain = message.replace(/ at line \d+, column \d+:?[\s\S]*$/, "").trim();
  return /[.!?]$/.test(plain) ? plain : `${plain}.`;
}

class YamlReader {
  private readonly text: string;
  private readonly bom: number;
  private readonly builder: TreeBuilder;
  private readonly keys: Map<Node, string>;
  private readonly scalars: Map<Node, Scalar>;
  private readonly document: { get?: unknown };
  private readonly expanding = new Set<YamlNode>();
  private count = 0;

  constructor(
    text: string,
    bom: number,
    builder: TreeBuilder,
    keys: Map<Node, string>,
    scalars: Map<Node, Scalar>,
    document: object,
  ) {
    this.text = text;
    this.bom = bom;
    this.builder = builder;
    this.keys = keys;
    this.scalars = scalars;
    this.document = document;
  }

  /** `place` is where an alias stands, while its anchor's content is copied. */
  read(node: YamlNode | null, parent: Node, keyStart: number, keyEnd: number, place?: readonly [number, number]): Node {
    const { builder } = this;
    const start = place ? place[0] : (node?.range?.[0] ?? (keyEnd >= 0 ? keyEnd + 1 - this.bom : 0)) + this.bom;
    const end = place ? place[1] : (node?.range?.[1] ?? start - this.bom) + this.bom;
    if (++this.count > MAX_NODES) {
      if (this.count === MAX_NODES + 1)
        builder.problem("too-large", "The document grows too large when its aliases are expanded.", start, end);
      return builder.add(Kind.missing, start, end, parent, keyStart, keyEnd);
    }
    if (node && isAlias(node)) {
      const target = node.resolve(this.document as never) as YamlNode | undefined;
      if (!target || this.expanding.has(target)) {
        builder.problem("bad-alias", `The alias "*${node.source}" has no anchor before it.`, start, end);
        return builder.add(Kind.missing, start, end, parent, keyStart, keyEnd);
      }
      this.expanding.add(target);
      const added = this.read(target, parent, keyStart, keyEnd, place ?? [start, end]);
      this.expanding.delete(target);
      return added;
    }
    if (node && isMap(node)) {
      const added = builder.add(Kind.object, start, end, parent, keyStart, keyEnd);
      const seen = new Set<string>();
      for (const pair of node.items)
        if (isPair(pair)) this.member(pair as Pair<YamlNode, YamlNode>, added, seen, place);
      return added;
    }
    if (node && isSeq(node)) {
      const added = builder.add(Kind.array, start, end, parent, keyStart, keyEnd);
      for (const item of node.items) this.read(item as YamlNode, added, -1, -1, place);
      return added;
    }
    const value = node && isScalar(node) ? node.value : undefined;
    const empty = !node || (value === null && start === end);
    const kind = empty ? Kind.missing : scalarKind(value);
    const added = builder.add(kind, start, end, parent, keyStart, keyEnd);
    if (!empty) this.scalars.set(added, kind === Kind.string ? String(value) : (value as Scalar));
    return added;
  }

  private member(
    pair: Pair<YamlNode, YamlNode>,
    parent: Node,
    seen: Set<string>,
    place?: readonly [number, number],
  ): void {
    const key = pair.key;
    const from = place ? place[0] : (key?.range?.[0] ?? 0) + this.bom;
    const to = place ? place[1] : (key?.range?.[1] ?? 0) + this.bom;
    const name = key && isScalar(key) ? String(key.value ?? "") : this.text.slice(from, to);
    if (seen.has(name)) reportDuplicate(this.builder, name, from, to);
    seen.add(name);
    const node = this.read(pair.value, parent, from, to, place);
    this.keys.set(node, name);
  }
}

function scalarKind(value: unknown): Kind {
  switch (typeof value) {
    case "number":
    case "bigint":
      return Kind.number;
    case "boolean":
      return Kind.boolean;
    case "object":
      return value === null ? Kind.null : Kind.string;
    default:
      return Kind.string;
  }
}
