/** A made-up Power Platform connector of as many operations as wanted: parameters, bodies, answers, shared definitions, x-ms-*. */
import type { Data, Growing } from "./data.ts";
import { type Field, field, LEVELS, type Resource, resource } from "./words.ts";

/** Operations per resource: list, create, get, update, delete. */
const PER_RESOURCE = 5;

function propertyOf({ type, title, description }: Field): Data {
  const named = { "x-ms-summary": title, description };
  if (type === "date-time") return { type: "string", format: "date-time", ...named };
  if (type === "enum") return { type: "string", enum: LEVELS, ...named };
  if (type === "list") return { type: "array", items: { type: "string" }, ...named };
  if (type === "integer") return { type: "integer", format: "int32", ...named };
  return { type, ...named };
}

function idParameter({ words }: Resource): Data {
  return {
    name: "id",
    in: "path",
    required: true,
    type: "string",
    "x-ms-summary": "Identifier",
    description: `The identifier of the ${words}.`,
    "x-ms-url-encoding": "single",
  };
}

const failure = (description: string): Data => ({ description });
const ok = (description: string, name: string): Data => ({ description, schema: { $ref: `#/definitions/${name}` } });
const body = ({ words, id }: Resource): Data => ({
  name: "body",
  in: "body",
  required: true,
  "x-ms-summary": "Record",
  description: `What is to be kept of the ${words}.`,
  schema: { $ref: `#/definitions/${id}` },
});

/** The operations of a resource by path and method, in the order in which they are counted. */
function operations(owner: Resource): [path: string, method: string, operation: Data][] {
  const { id, words, path } = owner;
  const many = `/${path}`;
  const one = `/${path}/{id}`;
  return [
    [
      many,
      "get",
      {
        operationId: `List${id}`,
        summary: `List ${words} records`,
        description: `Returns the ${words} records that the caller may see, newest first, one page at a time.`,
        "x-ms-visibility": "important",
        parameters: [
          {
            name: "filter",
            in: "query",
            type: "string",
            "x-ms-summary": "Filter",
            description: `Words that a ${words} has to contain to be returned.`,
          },
          { $ref: "#/parameters/Top" },
        ],
        responses: { "200": ok("The page was read.", `${id}Page`), "400": failure("The list could not be read.") },
        "x-ms-pageable": { nextLinkName: "nextLink" },
      },
    ],
    [
      many,
      "post",
      {
        operationId: `Create${id}`,
        summary: `Create a ${words}`,
        description: `Creates a ${words} and returns it with its identifier.`,
        "x-ms-visibility": "important",
        parameters: [body(owner)],
        responses: { "201": ok("It was created.", id), "400": failure("It was not created.") },
      },
    ],
    [
      one,
      "get",
      {
        operationId: `Get${id}`,
        summary: `Get a ${words}`,
        description: `Returns a single ${words} by its identifier.`,
        "x-ms-visibility": "important",
        responses: { "200": ok("It was found.", id), "400": failure("It was not found.") },
      },
    ],
    [
      one,
      "patch",
      {
        operationId: `Update${id}`,
        summary: `Update a ${words}`,
        description: `Changes what is given of a ${words} and leaves the rest as it is.`,
        "x-ms-visibility": "important",
        parameters: [body(owner)],
        responses: { "200": ok("It was changed.", id), "400": failure("It was not changed.") },
      },
    ],
    [
      one,
      "delete",
      {
        operationId: `Delete${id}`,
        summary: `Delete a ${words}`,
        description: `Deletes a ${words} for good.`,
        "x-ms-visibility": "advanced",
        "x-ms-no-generic-test": true,
        responses: { "204": { description: "It was deleted." }, "400": failure("It was not deleted.") },
      },
    ],
  ];
}

/** The document, and the records that more properties can be put into until it has the size that is wanted. */
export function swaggerOf(count: number): Growing {
  const paths: Data = {};
  const definitions: Data = {};
  const records: Data[] = [];
  const owners: Resource[] = [];
  for (let made = 0; made < count; ) {
    const owner = resource(owners.length);
    owners.push(owner);
    for (const [path, method, operation] of operations(owner).slice(0, Math.min(PER_RESOURCE, count - made))) {
      // What all operations of a record take stands once, with its path.
      const shared = path.includes("{") ? { parameters: [idParameter(owner)] } : {};
      paths[path] = { ...((paths[path] as Data | undefined) ?? shared), [method]: operation };
      made++;
    }
    const properties: Data = {
      id: {
        type: "string",
        "x-ms-summary": "Identifier",
        description: `The identifier of the ${owner.words}.`,
        readOnly: true,
      },
      name: { type: "string", "x-ms-summary": "Name", description: `The name of the ${owner.words}.` },
    };
    records.push(properties);
    definitions[owner.id] = { type: "object", required: ["name"], properties };
    definitions[`${owner.id}Page`] = {
      type: "object",
      properties: {
        value: {
          type: "array",
          "x-ms-summary": "Records",
          description: "The records of this page.",
          items: { $ref: `#/definitions/${owner.id}` },
        },
        nextLink: {
          type: "string",
          "x-ms-summary": "Next page",
          description: "Where the next page is; absent on the last.",
        },
      },
    };
  }
  const data: Data = {
    swagger: "2.0",
    info: {
      title: "Town Records",
      description:
        "Reads and writes the records of a town: bookings, invoices, deliveries and whatever else its houses keep.",
      version: "1.1.0",
      contact: {
        name: "Town Records Support",
        url: "https://records.example.com/support",
        email: "support@records.example.com",
      },
    },
    host: "api.records.example.com",
    basePath: "/v1",
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json"],
    paths,
    definitions,
    parameters: {
      Top: {
        name: "top",
        in: "query",
        type: "integer",
        format: "int32",
        default: 50,
        "x-ms-summary": "Page size",
        "x-ms-visibility": "advanced",
        description: "How many records a page holds at most.",
      },
    },
    securityDefinitions: { api_key: { type: "apiKey", in: "header", name: "X-Records-Key" } },
    security: [{ api_key: [] }],
    "x-ms-capabilities": { testConnection: { operationId: `List${owners[0]?.id}` } },
    "x-ms-connector-metadata": [
      { propertyName: "Website", propertyValue: "https://records.example.com" },
      { propertyName: "Privacy policy", propertyValue: "https://records.example.com/privacy" },
      { propertyName: "Categories", propertyValue: "Data;Productivity" },
    ],
  };
  const more = (index: number, record: number): [string, Data] => {
    const made = field(index, owners[record] as Resource);
    return [made.name, propertyOf(made)];
  };
  return { data, records, more };
}

/** What stands beside the definition in the folder of a Power Platform connector. */
export const companions: Readonly<Record<string, string>> = {
  "apiProperties.json": `${JSON.stringify(
    {
      properties: {
        connectionParameters: {
          api_key: {
            type: "securestring",
            uiDefinition: {
              displayName: "API key",
              description: "The key of your account.",
              tooltip: "Found in the portal under Keys.",
              constraints: { required: "true", tabIndex: 2, clearText: false },
            },
          },
        },
        iconBrandColor: "#0b5e86",
        capabilities: [],
        publisher: "Town Records",
        stackOwner: "Town Records",
        policyTemplateInstances: [],
      },
    },
    null,
    2,
  )}\n`,
  "readme.md": "# Town Records\n\nReads and writes the records of a town.\n\n## Publisher: Town Records\n",
};
