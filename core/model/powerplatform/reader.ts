import { Item } from "../../syntax/item.ts";
import { NONE } from "../../syntax/tree.ts";
import { BaseConnector, resolveIn, slugify, visibilityOf } from "../base.ts";
import type {
  Body,
  Connector,
  Credential,
  Mapping,
  Operation,
  Parameter,
  Response,
  SecurityScheme,
  Server,
} from "../connector.ts";
import { baseName, dirName } from "../files.ts";

/** Keys of a path that hold operations, in lower case. */
export const METHODS: ReadonlySet<string> = new Set(["get", "put", "post", "delete", "options", "head", "patch"]);

/** A Power Platform connector folder: apiDefinition.swagger.json (Swagger 2.0), apiProperties.json and their companions. */
export class PowerPlatformConnector extends BaseConnector implements Connector {
  readonly family = "powerplatform" as const;

  private get swagger(): Item {
    return this.main.role === "definition" ? this.root : new Item(this.main, NONE);
  }
  get properties(): Item {
    const file = this.main.role === "properties" ? this.main : this.file("properties");
    return file ? Item.root(file).get("properties") : new Item(this.main, NONE);
  }
  get title(): Item {
    return this.swagger.path("info", "title");
  }
  get description(): Item {
    return this.swagger.path("info", "description");
  }
  get version(): Item {
    return this.swagger.path("info", "version");
  }
  get displayName(): string {
    return this.title.string?.trim() || baseName(dirName(this.main.path));
  }
  get slugText(): string {
    const settings = this.files.find((file) => baseName(file.path) === ".patchbay.yaml");
    const declared = settings && /^slug:\s*["']?([a-z0-9-]+)/m.exec(settings.text)?.[1];
    return declared || slugify(baseName(dirName(this.main.path))) || slugify(this.title.string ?? "");
  }
  get descriptionText(): string {
    return this.description.string ?? "";
  }
  get versionText(): string {
    return this.version.written;
  }
  get typeText(): string {
    return "";
  }
  get authType(): string {
    const types = this.securitySchemes.map(
      (scheme) => ({ apikey: "api_key", oauth2: "oauth2", basic: "basic" })[scheme.type.toLowerCase()],
    );
    const known = types.find((type) => type !== undefined);
    if (known) return known;
    for (const credential of this.credentials) {
      if (credential.type.toLowerCase() === "oauthsetting") return "oauth2";
      if (credential.secret) return "api_key";
    }
    return "none";
  }
  get server(): Server {
    const { swagger } = this;
    const schemesItem = swagger.get("schemes");
    return {
      schemes: [...new Set(schemesItem.strings().map((scheme) => scheme.toLowerCase()))].sort(),
      host: (swagger.get("host").string ?? "").toLowerCase(),
      basePath: (swagger.get("basePath").string ?? "").replace(/\/+$/, ""),
      hostItem: swagger.get("host"),
      basePathItem: swagger.get("basePath"),
      schemesItem,
    };
  }
  get definitions(): Item {
    return this.swagger.get("definitions");
  }
  get auth(): Item {
    return this.swagger.get("securityDefinitions");
  }
  get securitySchemes(): readonly SecurityScheme[] {
    return this.auth.children().map((item) => ({ name: item.key, type: item.get("type").string ?? "", item }));
  }
  get credentials(): readonly Credential[] {
    return this.properties
      .get("connectionParameters")
      .children()
      .map((item) => {
        const type = item.get("type").string ?? "string";
        return {
          name: item.key,
          type,
          required:
            item.path("uiDefinition", "constraints", "required").scalar === true ||
            item.path("uiDefinition", "constraints", "required").string === "true",
          secret: type.toLowerCase() === "securestring",
          label: item.path("uiDefinition", "displayName"),
          item,
        };
      });
  }
  get mappings(): readonly Mapping[] {
    return [];
  }
  get resilience(): Item {
    return new Item(this.main, NONE);
  }
  get publication(): Item {
    return new Item(this.main, NONE);
  }

  protected findOperations() {
    const found: { key: string; make: () => Operation }[] = [];
    for (const pathItem of this.swagger.get("paths").children()) {
      for (const item of pathItem.children()) {
        if (METHODS.has(item.key.toLowerCase()) && item.isObject)
          found.push({
            key: `${pathItem.node} ${item.node}`,
            make: () => new SwaggerOperation(this, pathItem, item),
          });
      }
    }
    return found;
  }
}

class SwaggerOperation implements Operation {
  readonly connector: Connector;
  readonly pathItem: Item;
  readonly item: Item;
  private readonly ownId: () => string;
  private readonly ownFamily: () => string;
  private readonly inputs: () => { readonly parameters: readonly Parameter[]; readonly body: Body | undefined };
  private readonly responseList: () => readonly Response[];

  constructor(connector: Connector, pathItem: Item, item: Item) {
    this.connector = connector;
    this.pathItem = pathItem;
    this.item = item;
    const same = (before: string, after: string): boolean => before === after;
    this.ownId = connector.reads.memo(() => item.get("operationId").string ?? "", same);
    this.ownFamily = connector.reads.memo(() => item.path("x-ms-api-annotation", "family").string ?? "", same);
    this.inputs = connector.reads.memo(() => this.readInputs());
    this.responseList = connector.reads.memo(() => this.readResponses());
  }
  get id(): string {
    return this.ownId();
  }
  get family(): string {
    return this.ownFamily();
  }
  get idItem(): Item {
    return this.item.get("operationId");
  }
  get summary(): Item {
    return this.item.get("summary");
  }
  get description(): Item {
    return this.item.get("description");
  }
  get method(): string {
    return this.item.key.toUpperCase();
  }
  get methodItem(): Item {
    return this.item;
  }
  get path(): string {
    return this.pathItem.key;
  }
  get visibility() {
    return visibilityOf(this.item);
  }
  get internal(): boolean {
    return this.visibility === "internal";
  }
  get deprecated(): boolean {
    return this.item.get("deprecated").boolean === true;
  }
  get security(): Item {
    return this.item.get("security");
  }
  get trigger(): string {
    return this.item.get("x-ms-trigger").string ?? "";
  }
  get notification(): Item {
    const own = this.item.get("x-ms-notification-content");
    return own.exists ? own : this.pathItem.get("x-ms-notification-content");
  }
  get pagination(): Item {
    return this.item.get("x-ms-pageable");
  }
  get resilience(): Item {
    return new Item(this.item.file, NONE);
  }
  get tests() {
    return [];
  }
  get parameters(): readonly Parameter[] {
    return this.inputs().parameters;
  }
  get body(): Body | undefined {
    return this.inputs().body;
  }
  get responses(): readonly Response[] {
    return this.responseList();
  }
  private readResponses(): readonly Response[] {
    const uses = this.item
      .get("responses")
      .children()
      .filter((use) => !use.key.startsWith("x-"));
    const has2xx = uses.some((use) => /^2\d\d$/.test(use.key));
    return uses.map((use) => {
      const item = resolveIn(use);
      const success = /^2\d\d$/.test(use.key) || (use.key === "default" && !has2xx);
      return {
        operation: this,
        status: use.key,
        item,
        use,
        description: item.get("description"),
        schema: item.get("schema"),
        success,
      };
    });
  }

  private readInputs(): { parameters: readonly Parameter[]; body: Body | undefined } {
    const parameters: Parameter[] = [];
    let body: Body | undefined;
    const seen = new Set<string>();
    const own = this.item.get("parameters").children();
    const inherited = this.pathItem.get("parameters").children();
    const count = own.length;
    // Operation level comes first, so that it wins over the path level; within one level a repetition is kept for its rule.
    [...own, ...inherited].forEach((use, index) => {
      const item = resolveIn(use);
      const name = item.get("name").string ?? "";
      const location = item.get("in").string ?? "";
      const key = `${location} ${name}`;
      const shared = index >= count;
      if (shared && seen.has(key)) return;
      seen.add(key);
      const required = item.get("required").boolean === true;
      if (location === "body") {
        if (shared && body) return;
        body = {
          operation: this,
          name,
          required,
          item,
          use,
          schema: item.get("schema"),
          description: item.get("description"),
          internal: visibilityOf(item) === "internal",
        };
        return;
      }
      const visibility = visibilityOf(item);
      parameters.push({
        operation: this,
        name,
        in: location,
        required,
        item,
        use,
        summary: item.get("x-ms-summary"),
        description: item.get("description"),
        schema: item,
        visibility,
        internal: visibility === "internal",
        shared,
      });
    });
    return { parameters, body };
  }
}
