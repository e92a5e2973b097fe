import type { Item } from "../syntax/item.ts";
import type { Reads } from "../syntax/reads.ts";
import type { FileRole, SourceFile } from "../syntax/source.ts";
import type { Family } from "./files.ts";

/**
 * The one connector model. Both families are read into it; rules, differ and features ask the model and never the family.
 * Everything is computed on first use and every value is an `Item`, which knows its range.
 */
export interface Connector {
  readonly family: Family;
  readonly files: readonly SourceFile[];
  /** The main file: the definition, or apiDefinition.swagger.json; an apiProperties.json that was opened alone. */
  readonly main: SourceFile;
  /** Whether the connector is a folder (cross-file rules apply) or one file that was opened alone. */
  readonly isFolder: boolean;
  readonly root: Item;
  /** Notes who reads what of it; see `Reads`. */
  readonly reads: Reads;

  readonly displayName: string;
  readonly slugText: string;
  readonly descriptionText: string;
  readonly versionText: string;
  readonly operationIds: readonly string[];
  /** Operations that have the same id, by that id; ids of one operation are left out. */
  readonly repeatedIds: ReadonlyMap<string, readonly Operation[]>;
  /** Operations that are revisions of one another, by the name of their family; families of one are left out. */
  readonly operationFamilies: ReadonlyMap<string, readonly Operation[]>;
  readonly typeText: string;
  readonly authType: string;

  readonly title: Item;
  readonly description: Item;
  readonly version: Item;
  readonly server: Server;
  readonly operations: readonly Operation[];
  /** The object that holds shared schemas: `definitions` or `schemas`. */
  readonly definitions: Item;
  /** Authentication as the callers see it. */
  readonly auth: Item;
  readonly securitySchemes: readonly SecurityScheme[];
  /** What the owner of a connection is asked for. */
  readonly credentials: readonly Credential[];
  readonly mappings: readonly Mapping[];
  readonly resilience: Item;
  readonly publication: Item;
  /** `properties` of apiProperties.json; absent in definitions. */
  readonly properties: Item;

  file(role: FileRole): SourceFile | undefined;
  operation(id: string): Operation | undefined;
  /** Follows `$ref`s to the value they name; a broken or circular reference gives an absent item. */
  resolve(item: Item): Item;
}

export interface Server {
  /** Schemes in lower case, sorted. */
  readonly schemes: readonly string[];
  readonly host: string;
  /** Without a trailing slash; empty for the root. */
  readonly basePath: string;
  /** Where host, base path and schemes stand, for findings. */
  readonly hostItem: Item;
  readonly basePathItem: Item;
  readonly schemesItem: Item;
}

export type Visibility = "none" | "important" | "advanced" | "internal";

export interface Operation {
  readonly connector: Connector;
  /** operationId, or the key of the operation; empty where the file gives none. */
  readonly id: string;
  /** The family of revisions that it says it belongs to; empty where it names none and so is the first of its own. */
  readonly family: string;
  /** The operation's object. */
  readonly item: Item;
  /** Where its identity is written: the operationId, or the key. */
  readonly idItem: Item;
  readonly summary: Item;
  readonly description: Item;
  /** Upper case. */
  readonly method: string;
  readonly methodItem: Item;
  readonly path: string;
  /** Where the path is written: the path item (its key), or the `path` member. */
  readonly pathItem: Item;
  readonly visibility: Visibility;
  readonly internal: boolean;
  readonly deprecated: boolean;
  /** Effective parameters: path level and operation level merged, references resolved, the body left out. */
  readonly parameters: readonly Parameter[];
  readonly body: Body | undefined;
  readonly responses: readonly Response[];
  readonly security: Item;
  /** Kind of trigger: `single` or `batch`; empty for actions. */
  readonly trigger: string;
  readonly notification: Item;
  readonly pagination: Item;
  readonly resilience: Item;
  readonly tests: readonly TestCase[];
}

export interface Parameter {
  readonly operation: Operation;
  readonly name: string;
  /** path, query, header, formData. */
  readonly in: string;
  readonly required: boolean;
  /** The parameter's object, behind a `$ref` where there is one. */
  readonly item: Item;
  /** Where the operation lists it; differs from `item` for references. */
  readonly use: Item;
  readonly summary: Item;
  readonly description: Item;
  /** The object with type, format, enum and bounds. */
  readonly schema: Item;
  readonly visibility: Visibility;
  readonly internal: boolean;
  /** Whether it stands on the path item and so belongs to all of its operations. */
  readonly shared: boolean;
}

export interface Body {
  readonly operation: Operation;
  /** Name of the body parameter; `body` in definitions. */
  readonly name: string;
  readonly required: boolean;
  readonly item: Item;
  readonly use: Item;
  readonly schema: Item;
  readonly description: Item;
  readonly internal: boolean;
}

export interface Response {
  readonly operation: Operation;
  /** Status code as written, or `default`. */
  readonly status: string;
  readonly item: Item;
  readonly use: Item;
  readonly description: Item;
  readonly schema: Item;
  /** Whether callers take it for success: a 2xx, or `default` where no 2xx is declared. */
  readonly success: boolean;
}

export interface SecurityScheme {
  readonly name: string;
  readonly type: string;
  readonly item: Item;
}

export interface Credential {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly label: Item;
  readonly item: Item;
}

export interface TestCase {
  readonly operation: Operation;
  readonly name: string;
  readonly live: boolean;
  readonly item: Item;
}

export type Direction = "inbound" | "outbound" | "both";

export interface Mapping {
  readonly name: string;
  readonly item: Item;
  readonly domain: Item;
  readonly operations: Item;
  readonly fields: readonly MappingField[];
}

export interface MappingField {
  readonly mapping: Mapping;
  /** The field of the canonical model. */
  readonly target: string;
  readonly item: Item;
  /** Where the native path is written. */
  readonly source: Item;
  readonly direction: Direction;
  readonly assumed: boolean;
  readonly transform: Item;
}
