import { Item } from "../../syntax/item.ts";
import { NONE } from "../../syntax/tree.ts";
import { BaseConnector, slugify } from "../base.ts";
import type {
  Body,
  Connector,
  Credential,
  Direction,
  Mapping,
  MappingField,
  Operation,
  Parameter,
  Response,
  SecurityScheme,
  Server,
  TestCase,
  Visibility,
} from "../connector.ts";
import { baseName } from "../files.ts";

/** A connector definition: one `*.connector.yaml` or `*.connector.json` file in the format of version 1. */
export class DefinitionConnector extends BaseConnector implements Connector {
  readonly family = "definition" as const;

  get overview(): Item {
    return this.root.get("overview");
  }
  get properties(): Item {
    return new Item(this.main, NONE);
  }
  get title(): Item {
    return this.overview.get("name");
  }
  get description(): Item {
    return this.overview.get("description");
  }
  get version(): Item {
    return this.root.get("version");
  }
  get displayName(): string {
    return this.title.string?.trim() || baseName(this.main.path).replace(/\.connector\.\w+$/i, "");
  }
  get slugText(): string {
    return this.overview.get("slug").string || slugify(baseName(this.main.path).replace(/\.connector\.\w+$/i, ""));
  }
  get descriptionText(): string {
    return this.description.string ?? "";
  }
  get versionText(): string {
    return this.version.written;
  }
  get typeText(): string {
    return this.overview.get("type").string ?? "";
  }
  get authType(): string {
    return this.auth.get("type").string ?? "";
  }
  get server(): Server {
    const item = this.overview.get("base_url");
    const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([^?#]*)/i.exec(item.string ?? "");
    return {
      schemes: match?.[1] ? [match[1].toLowerCase()] : [],
      host: (match?.[2] ?? "").toLowerCase(),
      basePath: (match?.[3] ?? "").replace(/\/+$/, ""),
      hostItem: item,
      basePathItem: item,
      schemesItem: item,
    };
  }
  get definitions(): Item {
    return this.root.get("schemas");
  }
  get auth(): Item {
    return this.root.get("auth");
  }
  get securitySchemes(): readonly SecurityScheme[] {
    const type = this.authType;
    return type && type !== "none" ? [{ name: type, type, item: this.auth }] : [];
  }
  get credentials(): readonly Credential[] {
    return this.auth
      .get("credentials")
      .children()
      .map((item) => ({
        name: item.key,
        type: item.get("type").string ?? "string",
        required: item.get("required").boolean === true,
        secret: item.get("secret").boolean === true,
        label: item.get("label"),
        item,
      }));
  }
  get mappings(): readonly Mapping[] {
    return this.root
      .get("field_mappings")
      .children()
      .filter((item) => item.isObject)
      .map(readMapping);
  }
  get resilience(): Item {
    return this.root.get("resilience");
  }
  get publication(): Item {
    return this.root.get("publication");
  }

  protected findOperations() {
    return this.root
      .get("operations")
      .children()
      .filter((item) => item.isObject)
      .map((item) => ({ key: String(item.node), make: () => new DefinitionOperation(this, item) }));
  }
}

class DefinitionOperation implements Operation {
  readonly connector: Connector;
  readonly item: Item;
  readonly visibility: Visibility = "none";
  readonly internal = false;
  readonly trigger = "";
  private readonly ownId: () => string;
  private readonly parameterList: () => readonly Parameter[];

  constructor(connector: Connector, item: Item) {
    this.connector = connector;
    this.item = item;
    this.ownId = connector.reads.memo(
      () => item.key,
      (before, after) => before === after,
    );
    this.parameterList = connector.reads.memo(() => this.readParameters());
  }
  get id(): string {
    return this.ownId();
  }
  get family(): string {
    return "";
  }
  get idItem(): Item {
    return this.item;
  }
  get summary(): Item {
    return this.item.get("name");
  }
  get description(): Item {
    return this.item.get("description");
  }
  get method(): string {
    return (this.item.get("method").string ?? "").toUpperCase();
  }
  get methodItem(): Item {
    return this.item.get("method");
  }
  get path(): string {
    return this.item.get("path").string ?? "";
  }
  get pathItem(): Item {
    return this.item.get("path");
  }
  get deprecated(): boolean {
    const item = this.item.get("deprecated");
    return item.boolean === true || item.isObject;
  }
  get security(): Item {
    return new Item(this.item.file, NONE);
  }
  get notification(): Item {
    return new Item(this.item.file, NONE);
  }
  get pagination(): Item {
    return this.item.get("pagination");
  }
  get resilience(): Item {
    return this.item.get("resilience");
  }
  get parameters(): readonly Parameter[] {
    return this.parameterList();
  }
  private readParameters(): readonly Parameter[] {
    return this.item
      .get("parameters")
      .children()
      .filter((item) => item.isObject)
      .map((item) => ({
        operation: this,
        name: item.get("name").string ?? item.key,
        in: item.get("in").string ?? "",
        required: item.get("required").boolean === true,
        item,
        use: item,
        summary: new Item(item.file, NONE, item.node),
        description: item.get("description"),
        schema: item,
        visibility: "none" as const,
        internal: false,
        shared: false,
      }));
  }
  get body(): Body | undefined {
    const item = this.item.get("body");
    if (!item.isObject) return undefined;
    return {
      operation: this,
      name: "body",
      required: item.get("required").boolean === true,
      item,
      use: item,
      schema: item.get("schema"),
      description: new Item(item.file, NONE, item.node),
      internal: false,
    };
  }
  get responses(): readonly Response[] {
    const item = this.item.get("response");
    if (!item.exists) return [];
    const statuses = item
      .get("status")
      .children()
      .flatMap((status) => (status.number === undefined ? [] : [String(status.number)]));
    return (statuses.length ? statuses : ["200"]).map((status) => ({
      operation: this,
      status,
      item,
      use: item,
      description: new Item(item.file, NONE, item.node),
      schema: item.get("schema"),
      success: true,
    }));
  }
  get tests(): readonly TestCase[] {
    return this.item
      .get("tests")
      .children()
      .map((item) => ({ operation: this, name: item.key, live: item.get("live").boolean === true, item }));
  }
}

function readMapping(item: Item): Mapping {
  const fields: MappingField[] = [];
  const mapping: Mapping = {
    name: item.key,
    item,
    domain: item.get("domain"),
    operations: item.get("operations"),
    fields,
  };
  for (const field of item.get("fields").children()) {
    const direction = field.get("direction").string;
    fields.push({
      mapping,
      target: field.key,
      item: field,
      source: field.isObject ? field.get("source") : field,
      direction: direction === "inbound" || direction === "outbound" ? direction : ("both" satisfies Direction),
      assumed: field.get("status").string === "assumed",
      transform: field.get("transform"),
    });
  }
  return mapping;
}
