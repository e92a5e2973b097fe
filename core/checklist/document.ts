import type { Item } from "../syntax/item.ts";
import { Kind } from "../syntax/tree.ts";

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

const KEYWORDS = new Map<PartName, ReadonlyMap<string, Keyword>>();
for (const [name, keywords] of Object.entries(PARTS)) KEYWORDS.set(name as PartName, new Map(Object.entries(keywords)));

/** The kinds of parts. */
export const PART_NAMES: readonly PartName[] = [...KEYWORDS.keys()];

/** What parts of a kind may say. */
export function keywordsOf(name: PartName): ReadonlyMap<string, Keyword> {
  return KEYWORDS.get(name) as ReadonlyMap<string, Keyword>;
}

/**
 * An object of the document whose keywords Swagger defines, and what it is. Values of extensions, examples and defaults are free
 * and no parts.
 */
export class Part {
  readonly item: Item;
  readonly name: PartName;

  constructor(item: Item, name: PartName) {
    this.item = item;
    this.name = name;
  }
  get keywords(): ReadonlyMap<string, Keyword> {
    return keywordsOf(this.name);
  }
  /** Whether it only refers to another part; what stands beside the reference is then not read at all. */
  get isReference(): boolean {
    return this.name !== "pathItem" && this.item.get("$ref").isString;
  }
  /** Whether it stands directly below `definitions`, `parameters`, `responses` or another map of the document. */
  get isShared(): boolean {
    return !this.item.parent.parent.parent.exists;
  }
}

/** A member of a part, extensions included. */
export class Member {
  readonly part: Part;
  readonly value: Item;
  private known = false;
  private string: string | undefined;

  constructor(part: Part, value: Item) {
    this.part = part;
    this.value = value;
  }
  /** The value where it is a text; read once for all rules that look at the member. */
  get text(): string | undefined {
    if (!this.known) this.string = this.value.string;
    this.known = true;
    return this.string;
  }
  /** What Swagger says about such a member; nothing for extensions and for what it does not know. */
  get keyword(): Keyword | undefined {
    return this.part.keywords.get(this.value.key);
  }
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
