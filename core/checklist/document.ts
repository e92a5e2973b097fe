import type { Connector } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import { Kind } from "../syntax/tree.ts";
import { swaggerRoot } from "./swagger.ts";

/** The kinds of objects that a Swagger 2.0 document is made of. */
export type PartName =
  | "document"
  | "info"
  | "contact"
  | "license"
  | "pathItem"
  | "operation"
  | "parameter"
  | "items"
  | "response"
  | "header"
  | "schema"
  | "tag"
  | "externalDocs"
  | "securityScheme"
  | "notification";

/** What a keyword takes: kinds of JSON values, and of what its object or its members are parts. */
export interface Keyword {
  readonly kinds: readonly Kind[];
  readonly part?: PartName;
  readonly each?: PartName;
}

const text: Keyword = { kinds: [Kind.string] };
const number: Keyword = { kinds: [Kind.number] };
const flag: Keyword = { kinds: [Kind.boolean] };
const list: Keyword = { kinds: [Kind.array] };
const free: Keyword = { kinds: [Kind.object] };
const any: Keyword = { kinds: [] };
const one = (part: PartName): Keyword => ({ kinds: [Kind.object], part });
const map = (each: PartName): Keyword => ({ kinds: [Kind.object], each });
const several = (each: PartName): Keyword => ({ kinds: [Kind.array], each });

const BOUNDS = {
  maximum: number,
  exclusiveMaximum: flag,
  minimum: number,
  exclusiveMinimum: flag,
  maxLength: number,
  minLength: number,
  pattern: text,
  maxItems: number,
  minItems: number,
  uniqueItems: flag,
  enum: list,
  multipleOf: number,
};
const PRIMITIVE = {
  type: text,
  format: text,
  items: one("items"),
  collectionFormat: text,
  default: any,
  ...BOUNDS,
};

const PARTS: Readonly<Record<PartName, Readonly<Record<string, Keyword>>>> = {
  document: {
    swagger: text,
    info: one("info"),
    host: text,
    basePath: text,
    schemes: list,
    consumes: list,
    produces: list,
    paths: map("pathItem"),
    definitions: map("schema"),
    parameters: map("parameter"),
    responses: map("response"),
    securityDefinitions: map("securityScheme"),
    security: list,
    tags: several("tag"),
    externalDocs: one("externalDocs"),
  },
  info: {
    title: text,
    description: text,
    termsOfService: text,
    contact: one("contact"),
    license: one("license"),
    version: text,
  },
  contact: { name: text, url: text, email: text },
  license: { name: text, url: text },
  pathItem: {
    $ref: text,
    get: one("operation"),
    put: one("operation"),
    post: one("operation"),
    delete: one("operation"),
    options: one("operation"),
    head: one("operation"),
    patch: one("operation"),
    parameters: several("parameter"),
    "x-ms-notification-content": one("notification"),
  },
  operation: {
    tags: list,
    summary: text,
    description: text,
    externalDocs: one("externalDocs"),
    operationId: text,
    consumes: list,
    produces: list,
    parameters: several("parameter"),
    responses: map("response"),
    schemes: list,
    deprecated: flag,
    security: list,
  },
  parameter: {
    $ref: text,
    name: text,
    in: text,
    description: text,
    required: flag,
    schema: one("schema"),
    allowEmptyValue: flag,
    ...PRIMITIVE,
  },
  items: PRIMITIVE,
  response: {
    $ref: text,
    description: text,
    schema: one("schema"),
    headers: map("header"),
    examples: free,
  },
  header: { description: text, ...PRIMITIVE },
  schema: {
    $ref: text,
    type: text,
    format: text,
    title: text,
    description: text,
    default: any,
    ...BOUNDS,
    maxProperties: number,
    minProperties: number,
    required: list,
    items: one("schema"),
    allOf: several("schema"),
    properties: map("schema"),
    additionalProperties: { kinds: [Kind.boolean, Kind.object], part: "schema" },
    discriminator: text,
    readOnly: flag,
    xml: free,
    externalDocs: one("externalDocs"),
    example: any,
  },
  tag: { name: text, description: text, externalDocs: one("externalDocs") },
  externalDocs: { description: text, url: text },
  securityScheme: {
    type: text,
    description: text,
    name: text,
    in: text,
    flow: text,
    authorizationUrl: text,
    tokenUrl: text,
    scopes: free,
  },
  notification: { description: text, schema: one("schema"), headers: map("header") },
};

/** An object of the document and what it is. */
export interface Part {
  readonly item: Item;
  readonly name: PartName;
  readonly keywords: Readonly<Record<string, Keyword>>;
}

/** What a part may say under a key; nothing for extensions and for what Swagger does not know. */
export function keywordOf(part: Part, key: string): Keyword | undefined {
  return Object.hasOwn(part.keywords, key) ? part.keywords[key] : undefined;
}

/** A member of a part. */
interface Member {
  readonly part: Part;
  readonly value: Item;
}
interface Walk {
  readonly parts: readonly Part[];
  readonly members: ReadonlyMap<string, readonly Member[]>;
}
const walks = new WeakMap<Connector, Walk>();

/** Members that nearly every object has; who asks about them looks at all parts anyway. */
const COMMON = new Set([
  "type",
  "description",
  "properties",
  "items",
  "$ref",
  "format",
  "title",
  "in",
  "name",
  "schema",
]);

/** Walks the document once for all rules: most of them look at everything, and a definition may have a megabyte. */
function walk(connector: Connector): Walk {
  const before = walks.get(connector);
  if (before) return before;
  const parts: Part[] = [];
  const members = new Map<string, Member[]>();
  const queue: { item: Item; name: PartName }[] = [{ item: swaggerRoot(connector), name: "document" }];
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const { item, name } = entry;
    if (!item.isObject) continue;
    const part: Part = { item, name, keywords: PARTS[name] };
    parts.push(part);
    for (const child of item.children()) {
      const { key } = child;
      if (!COMMON.has(key)) {
        const list = members.get(key);
        if (list) list.push({ part, value: child });
        else members.set(key, [{ part, value: child }]);
      }
      const keyword = keywordOf(part, key);
      if (keyword?.part) queue.push({ item: child, name: keyword.part });
      const each = keyword?.each;
      if (each)
        // Maps such as `paths` and `responses` may hold extensions; definitions and properties may be called anything.
        for (const member of child.children())
          if (each === "schema" || !member.key.startsWith("x-")) queue.push({ item: member, name: each });
    }
  }
  const result = { parts, members };
  walks.set(connector, result);
  return result;
}

/**
 * Every object of the Swagger document whose keywords Swagger defines, each once and where it stands. Values of extensions,
 * examples and defaults are free and left out.
 */
export function documentParts(connector: Connector): readonly Part[] {
  return walk(connector).parts;
}

/** Every member with this key that a part has, extensions included; for the commonest keys look at the parts themselves. */
export function membersOf(connector: Connector, key: string): readonly Member[] {
  return walk(connector).members.get(key) ?? [];
}

/** All parts of one kind. */
export function partsOf(connector: Connector, name: PartName): readonly Part[] {
  return documentParts(connector).filter((part) => part.name === name);
}

/** How a message calls a part: by the name that people gave it, or by what it is. */
export function partLabel({ item, name }: Part): string {
  const own = item.get("name").string?.trim();
  switch (name) {
    case "document":
      return "the definition";
    case "operation":
      return `operation ${item.get("operationId").string || `${item.key.toUpperCase()} ${item.parent.key}`}`;
    case "pathItem":
      return `path ${item.key}`;
    case "parameter":
      return own ? `parameter ${own}` : "the parameter";
    case "tag":
      return own ? `tag ${own}` : "the tag";
    case "response":
    case "header":
      return `${name} ${item.key}`;
    case "securityScheme":
      return `security definition ${item.key}`;
    case "schema":
      if (item.key && item.parent.key === "properties") return `property ${item.key}`;
      if (item.key && item.parent.key === "definitions") return `definition ${item.key}`;
      if (item.key === "schema") {
        const owner = item.parent;
        const named = owner.get("in").exists ? `parameter ${owner.get("name").string ?? ""}` : `response ${owner.key}`;
        return owner.key.startsWith("x-") ? "the schema of the notification content" : `the schema of ${named.trim()}`;
      }
      return item.key === "items" ? "the item schema" : "the schema";
    case "items":
      return "the item schema";
    case "externalDocs":
      return "externalDocs";
    case "notification":
      return "the notification content";
    default:
      return name;
  }
}
