import { definition, done, type Json, type Mutation, operation, parameter, property, response } from "./types.ts";

const metadata = ({ doc }: { doc: Json }, name: RegExp): Json =>
  (doc["x-ms-connector-metadata"] ?? []).find((one: Json) => name.test(one?.propertyName ?? ""));
const withoutMetadata = ({ doc }: { doc: Json }, name: RegExp): boolean => {
  const list = doc["x-ms-connector-metadata"] ?? [];
  doc["x-ms-connector-metadata"] = list.filter((one: Json) => !name.test(one?.propertyName ?? ""));
  return doc["x-ms-connector-metadata"].length === list.length - 1;
};

const SCRIPT =
  "public class Script : ScriptBase\n{\n    public override async Task<HttpResponseMessage> ExecuteAsync()\n    {\n        return null;\n    }\n}\n";
/** The event of a pull request, with what is wrong in it. */
const pullRequest = ({ files }: { files: Record<string, string> }, request: Json, more: Json = {}): boolean =>
  done((files["pull-request.event.json"] = JSON.stringify({ pull_request: request, ...more })));

/** What can be wrong with the document, its schemas and the files beside it. */
export const documentMutations: readonly Mutation[] = [
  {
    rule: "script-size",
    mutate: ({ files }) => done((files["script.csx"] = `${SCRIPT}// ${"x".repeat(1024 * 1024)}\n`)),
  },
  {
    rule: "pr-no-sensitive",
    mutate: ({ files }) => done((files["script.csx"] = `${SCRIPT}// glpat-not-a-real-token-123\n`)),
  },
  { rule: "pr-target-dev", mutate: (subject) => pullRequest(subject, { base: { ref: "main" } }) },
  {
    rule: "package-one-connector",
    mutate: (subject) => pullRequest(subject, {}, { connectors: ["certified-connectors/A", "certified-connectors/B"] }),
  },
  { rule: "swagger-version-2", mutate: ({ doc }) => done((doc.swagger = "3.0")) },
  { rule: "host-required", mutate: ({ doc }) => Boolean(doc.host) && done(delete doc.host) },
  { rule: "host-valid", mutate: ({ doc }) => done((doc.host = "https://api.contoso.com/v1")) },
  { rule: "basepath-slash", mutate: ({ doc }) => done((doc.basePath = "v1")) },
  { rule: "schemes-valid", mutate: ({ doc }) => done((doc.schemes = ["ftp"])) },
  { rule: "title-required", mutate: ({ doc }) => done(delete doc.info.title) },
  { rule: "title-max-30", mutate: ({ doc }) => done((doc.info.title = "A Title That Is Too Long By Far Here")) },
  { rule: "title-restricted-words", mutate: ({ doc }) => done((doc.info.title = "Contoso API Bits")) },
  { rule: "title-ends-alphanumeric", mutate: ({ doc }) => done((doc.info.title = "Contoso Bits!")) },
  { rule: "title-english", mutate: ({ doc }) => done((doc.info.title = "Контосо Bits")) },
  {
    rule: "title-no-platform-names",
    mutate: ({ doc, properties }) =>
      !/^microsoft/i.test(properties?.publisher ?? "") && done((doc.info.title = "Bits for Power Apps")),
  },
  { rule: "desc-required", mutate: ({ doc }) => done(delete doc.info.description) },
  { rule: "desc-length-30-500", mutate: ({ doc }) => done((doc.info.description = "Too short.")) },
  {
    rule: "desc-restricted-words",
    mutate: ({ doc }) => done((doc.info.description = "Brings the bits of Contoso into Power Automate, one by one.")),
  },
  { rule: "info-version-present", mutate: ({ doc }) => done(delete doc.info.version) },
  { rule: "contact-required", mutate: ({ doc }) => done(delete doc.info.contact) },
  {
    rule: "contact-email-valid",
    mutate: ({ doc }) => Boolean(doc.info.contact?.email) && done((doc.info.contact.email = "support at contoso")),
  },
  {
    rule: "urls-absolute",
    mutate: ({ doc }) => Boolean(doc.info.contact?.url) && done((doc.info.contact.url = "www.contoso.com/help")),
  },
  { rule: "metadata-required", mutate: ({ doc }) => done(delete doc["x-ms-connector-metadata"]) },
  { rule: "metadata-website", mutate: (subject) => withoutMetadata(subject, /^website$/i) },
  { rule: "metadata-privacy", mutate: (subject) => withoutMetadata(subject, /^privacy policy$/i) },
  { rule: "metadata-categories-required", mutate: (subject) => withoutMetadata(subject, /^categories$/i) },
  {
    rule: "metadata-categories-valid",
    mutate: (subject) => {
      const one = metadata(subject, /^categories$/i);
      return Boolean(one) && done((one.propertyValue = "Bits and Pieces"));
    },
  },
  {
    rule: "metadata-categories-max-2",
    mutate: (subject) => {
      const one = metadata(subject, /^categories$/i);
      return Boolean(one) && done((one.propertyValue = "Data;Finance;Marketing"));
    },
  },
  { rule: "no-unknown-properties", mutate: ({ doc }) => done((doc.servers = [])) },
  { rule: "json-value-type", mutate: ({ doc }) => done((doc.tags = "bits")) },
  { rule: "tags-unique", mutate: ({ doc }) => done((doc.tags = [{ name: "Bits" }, { name: "Bits" }])) },
  { rule: "array-unique-values", mutate: ({ doc }) => done((doc.consumes = ["application/json", "application/json"])) },
  { rule: "required-root-properties", mutate: ({ doc }) => done((doc.info.license = {})) },
  {
    rule: "empty-required-value",
    mutate: ({ doc }) => Boolean(doc.info.contact?.url) && done((doc.info.contact.url = "")),
  },
  {
    rule: "auth-type-supported",
    mutate: ({ doc }) =>
      !doc.security &&
      done(
        (doc.securityDefinitions = {
          sign: { type: "oauth2", flow: "application", tokenUrl: "https://example.com/token", scopes: {} },
        }),
      ),
  },
  {
    rule: "secdef-complete",
    mutate: ({ doc }) => {
      const one = Object.values<Json>(doc.securityDefinitions ?? {}).find((each) => each?.type === "apiKey");
      return Boolean(one) && done(delete one.name);
    },
  },
  {
    rule: "test-connection-valid",
    mutate: ({ doc }) => done((doc["x-ms-capabilities"] = { testConnection: { operationId: "NotThere" } })),
  },
  {
    rule: "no-secrets-in-definition",
    mutate: operation(
      ({ op }) => Boolean(op.description) && done((op.description += ` For example AKIA${"IOSFODNN7EXAMPLQ"}.`)),
    ),
  },
  {
    rule: "schema-ref-valid",
    mutate: response((one) => one.schema?.$ref && done((one.schema = { $ref: "#/definitions/NotThere" }))),
  },
  {
    rule: "schema-ref-alias",
    mutate: (subject) => {
      const [name] = Object.keys(subject.doc.definitions ?? {});
      return Boolean(name) && done((subject.doc.definitions.SecondName = { $ref: `#/definitions/${name}` }));
    },
  },
  {
    rule: "schema-required-loop",
    mutate: ({ doc }) =>
      Boolean(doc.definitions) &&
      done(
        (doc.definitions.Loop = {
          type: "object",
          required: ["next"],
          properties: { next: { $ref: "#/definitions/Loop" } },
        }),
      ),
  },
  {
    rule: "array-items",
    mutate: property((one) => one.type === "array" && Boolean(one.items) && done(delete one.items)),
  },
  {
    rule: "discriminator-valid",
    mutate: definition((one) => !one.discriminator && done((one.discriminator = "notThere"))),
  },
  {
    rule: "required-defined",
    mutate: definition(
      (one) => Boolean(one.properties) && done((one.required = [...(one.required ?? []), "notThere"])),
    ),
  },
  { rule: "required-array-nonempty", mutate: definition((one) => !one.required && done((one.required = []))) },
  { rule: "required-on-object", mutate: property((one) => one.type === "string" && done((one.required = ["a"]))) },
  {
    rule: "media-kind-value",
    mutate: property((one) => one.type === "string" && done((one["x-ms-media-kind"] = "smell"))),
  },
  {
    rule: "enum-values-extension",
    mutate: property(
      (one) =>
        one.type === "string" &&
        !one.enum &&
        done(Object.assign(one, { enum: ["a", "b"], "x-ms-enum-values": [{ displayName: "A", value: "z" }] })),
    ),
  },
  { rule: "readme-present", mutate: (subject) => subject.readme !== undefined && done((subject.readme = undefined)) },
  {
    rule: "script-class",
    mutate: ({ files }) =>
      done(
        (files["script.csx"] =
          "public class Code : ScriptBase { public override async Task<HttpResponseMessage> ExecuteAsync() { return null; } }"),
      ),
  },
  {
    rule: "script-executeasync",
    mutate: ({ files }) => done((files["script.csx"] = "public class Script : ScriptBase { }")),
  },
  {
    rule: "settings-files-exist",
    mutate: ({ files }) =>
      done((files["settings.json"] = '{ "connectorId": null, "environment": "a", "apiDefinition": "elsewhere.json" }')),
  },
  { rule: "size-max-1mb", mutate: ({ doc }) => done((doc["x-padding"] = "many bits ".repeat(110_000))) },
  {
    rule: "ap-publisher-required",
    mutate: ({ properties }) => Boolean(properties?.publisher) && done(delete properties.publisher),
  },
  {
    rule: "ap-iconbrandcolor-required",
    mutate: ({ properties }) => Boolean(properties) && done(delete properties.iconBrandColor),
  },
  {
    rule: "ap-cp-type",
    mutate: ({ properties }) => {
      const one = Object.values<Json>(properties?.connectionParameters ?? {}).find(
        (each) => each?.type === "securestring",
      );
      return Boolean(one) && done((one.type = "password"));
    },
  },
  {
    rule: "ap-structure",
    mutate: ({ properties }) => Boolean(properties) && done((properties.capabilities = "actions")),
  },
  {
    rule: "ap-policy-operation-exists",
    mutate: ({ properties }) =>
      Boolean(properties) &&
      done(
        (properties.policyTemplateInstances = [
          {
            templateId: "setheader",
            title: "Set",
            parameters: {
              "x-ms-apimTemplateParameter.name": "a",
              "x-ms-apimTemplateParameter.value": "b",
              "x-ms-apimTemplateParameter.existsAction": "override",
              "x-ms-apimTemplate-policySection": "Request",
              "x-ms-apimTemplate-operationName": ["NotThere"],
            },
          },
        ]),
      ),
  },
  {
    rule: "ap-scriptoperations-exist",
    mutate: ({ properties }) => Boolean(properties) && done((properties.scriptOperations = ["NotThere"])),
  },
  {
    rule: "readonly-not-required-input",
    mutate: operation(({ op }) => {
      const body = (op.parameters ?? []).find((one: Json) => one?.in === "body" && one.schema?.type === "object");
      const [name, first] = Object.entries<Json>(body?.schema.properties ?? {})[0] ?? [];
      if (!name || first?.type !== "string" || first["x-ms-visibility"]) return false;
      first.readOnly = true;
      body.schema.required = [...new Set([...(body.schema.required ?? []), name])];
      return true;
    }),
  },
  {
    rule: "readme-no-template-text",
    mutate: (subject) =>
      subject.readme !== undefined &&
      done((subject.readme += "\n\nRequired. One paragraph, two to three sentences about it.\n")),
  },
  {
    rule: "ap-json-valid",
    mutate: (subject) =>
      Boolean(subject.properties) && done((subject.wrapper = { properties: subject.properties, own: 1 })),
  },
  { rule: "swagger-json-valid", mutate: (subject) => done((subject.doc = [subject.doc])) },
  {
    rule: "test-value-no-secret",
    mutate: parameter(
      (one) =>
        one.in === "query" &&
        one.type === "string" &&
        done((one["x-ms-test-value"] = `glpat-${"not-a-real-token-123"}`)),
    ),
  },
  {
    rule: "ap-no-secrets",
    mutate: ({ properties }) => {
      const one = Object.values<Json>(properties?.connectionParameters ?? {}).find((each) => each?.oAuthSettings);
      return Boolean(one) && done((one.oAuthSettings.clientSecret = "q8Zr~4nVx2Lk9TbW7mPd3sHf6yJc1GaE"));
    },
  },
  {
    rule: "ap-iconbrandcolor-forbidden",
    mutate: ({ properties }) => Boolean(properties) && done((properties.iconBrandColor = "#ffffff")),
  },
  {
    rule: "schemas-per-body-max-512",
    mutate: response((one, status) => status === "200" && done((one.schema = wide(600)))),
  },
  {
    rule: "schemas-per-operation-max",
    mutate: response((one, status) => status === "200" && done((one.schema = wide(17_000)))),
    also: ["schemas-per-body-max-512", "size-max-1mb"],
  },
];

/** A schema of many parts. */
function wide(parts: number): Json {
  const properties: Record<string, Json> = {};
  for (let i = 0; i < parts; i++) properties[`p${i}`] = { type: "string" };
  return { type: "object", properties };
}
