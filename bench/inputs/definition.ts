/** A made-up connector definition (`*.connector.yaml`) with the same operations and records as the made-up swagger. */
import type { Data, Growing } from "./data.ts";
import { type Field, field, LEVELS, type Resource, resource, upper } from "./words.ts";

function propertyOf({ type, description }: Field): Data {
  if (type === "date-time") return { type: "string", format: "date-time", description };
  if (type === "enum") return { type: "string", enum: LEVELS, description };
  if (type === "list") return { type: "array", items: { type: "string" }, description };
  return { type, description };
}

const snake = (id: string): string => id.replace(/(?!^)([A-Z])/g, "_$1").toLowerCase();
const idParameter = ({ words }: Resource): Data => ({
  id: { in: "path", type: "string", required: true, description: `The identifier of the ${words}.` },
});
const reference = (id: string): Data => ({ $ref: `#/schemas/${snake(id)}` });
const mock = { id: "R-1", name: "North" };
const bodyOf = ({ id }: Resource): Data => ({ required: true, record: "$", schema: reference(id) });

function operations(owner: Resource): [id: string, operation: Data][] {
  const { id, words, path } = owner;
  const name = snake(id);
  const one = `/${path}/{id}`;
  const answer = (status: number): Data => ({ status: [status], records: "$", schema: reference(id) });
  return [
    [
      `list_${name}`,
      {
        name: `List ${words} records`,
        description: `Returns the ${words} records that the caller may see, newest first, one page at a time.`,
        method: "GET",
        path: `/${path}`,
        parameters: {
          filter: { in: "query", type: "string", description: `Words that a ${words} has to contain to be returned.` },
          page: { in: "query", type: "integer", minimum: 1, default: 1, description: "Number of the page." },
        },
        pagination: { type: "page", page_parameter: "page", first_page: 1 },
        response: {
          status: [200],
          records: "$.value[*]",
          schema: { type: "object", properties: { value: { type: "array", items: reference(id) } } },
        },
        tests: { first_page: { mock: { status: 200, body: { value: [mock] } }, expect: { status: 200 } } },
      },
    ],
    [
      `create_${name}`,
      {
        name: `Create a ${words}`,
        description: `Creates a ${words} and returns it with its identifier.`,
        method: "POST",
        path: `/${path}`,
        parameters: {
          "Idempotency-Key": {
            in: "header",
            type: "string",
            required: true,
            description: "Unique per creation, so that a repeated call creates nothing twice.",
          },
        },
        body: bodyOf(owner),
        response: answer(201),
        tests: {
          created: {
            input: { "Idempotency-Key": "key-1", body: { name: "North" } },
            mock: { status: 201, body: mock },
            expect: { status: 201 },
          },
        },
      },
    ],
    [
      `get_${name}`,
      {
        name: `Get a ${words}`,
        description: `Returns a single ${words} by its identifier.`,
        method: "GET",
        path: one,
        parameters: idParameter(owner),
        response: answer(200),
        tests: { known: { input: { id: "R-1" }, mock: { status: 200, body: mock }, expect: { status: 200 } } },
      },
    ],
    [
      `update_${name}`,
      {
        name: `Update a ${words}`,
        description: `Replaces what is kept of a ${words}.`,
        method: "PUT",
        path: one,
        parameters: idParameter(owner),
        body: bodyOf(owner),
        response: answer(200),
        tests: {
          renamed: {
            input: { id: "R-1", body: { name: "North" } },
            mock: { status: 200, body: mock },
            expect: { status: 200 },
          },
        },
      },
    ],
    [
      `delete_${name}`,
      {
        name: `Delete a ${words}`,
        description: `Deletes a ${words} for good.`,
        method: "DELETE",
        path: one,
        parameters: idParameter(owner),
        response: { status: [204] },
        tests: { gone: { input: { id: "R-1" }, mock: { status: 204 }, expect: { status: 204 } } },
      },
    ],
  ];
}

/** The document, and the records that more properties can be put into until it has the size that is wanted. */
export function definitionOf(count: number): Growing {
  const all: Data = {};
  const schemas: Data = {};
  const records: Data[] = [];
  const owners: Resource[] = [];
  for (let made = 0; made < count; ) {
    const owner = resource(owners.length);
    owners.push(owner);
    for (const [id, operation] of operations(owner).slice(0, count - made)) {
      all[id] = operation;
      made++;
    }
    const properties: Data = {
      id: { type: "string", description: `The identifier of the ${owner.words}.` },
      name: { type: "string", description: `The name of the ${owner.words}.` },
    };
    records.push(properties);
    schemas[snake(owner.id)] = { type: "object", required: ["name"], properties };
  }
  const data: Data = {
    format_version: 1,
    version: "1.1.0",
    overview: {
      name: "Town Records",
      slug: "town-records",
      type: "General",
      description: "Reads and writes the records of a town.",
      base_url: "https://api.records.example.com/v1",
      icon: "./town-records.svg",
      documentation_url: "https://docs.records.example.com",
      limitations: [],
    },
    auth: {
      type: "api_key",
      api_key: { in: "header", header_name: "X-Records-Key", credential: "key" },
      credentials: {
        key: {
          label: "API key",
          required: true,
          secret: true,
          description: "Found in the portal under Account, Keys.",
        },
      },
      ping: Object.keys(all)[0],
    },
    operations: all,
    schemas,
    resilience: {
      timeout_ms: 15000,
      retries: { max: 3, backoff: "exponential", retry_on: ["timeout", 429, 503] },
      rate_limit: { requests: 120, per_seconds: 60 },
    },
    publication: {
      scope: "enterprise",
      releases: { "1.1.0": { notes: `${upper((owners[0] as Resource).words)} records can be deleted.` } },
    },
  };
  const more = (index: number, record: number): [string, Data] => {
    const made = field(index, owners[record] as Resource);
    return [snake(made.name), propertyOf(made)];
  };
  return { data, records, more };
}
