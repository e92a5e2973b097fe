/** Blank connectors: valid from the first moment, with findings that say what is left to fill in. */
import type { WireFile } from "../../core/api/language.ts";

/** `Harbour Weather (EU)` → `harbour-weather-eu`. */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** One `*.connector.yaml` with a first operation. */
export function blankDefinition(name: string): WireFile[] {
  const slug = slugOf(name);
  const text = `format_version: 1
version: 1.0.0

overview:
  name: ${JSON.stringify(name)}
  slug: ${slug}
  type: General
  description: ""
  base_url: https://api.example.com

auth:
  type: api_key
  api_key: { in: header, header_name: X-Api-Key }
  credentials:
    api_key:
      label: API key
      required: true
      secret: true
      description: ""

operations:
  list_items:
    name: List items
    description: ""
    method: GET
    path: /items
    parameters: {}
    response:
      status: [200]

resilience:
  timeout_ms: 10000
  retries: { max: 2, retry_on: [timeout, 429, 503] }
  rate_limit: { requests: 10, per_seconds: 60 }

publication:
  scope: enterprise
`;
  return [{ path: `${slug}.connector.yaml`, text }];
}

/** The three files of a Power Platform connector. */
export function blankFolder(name: string): WireFile[] {
  const slug = slugOf(name);
  const definition = {
    swagger: "2.0",
    info: { title: name, description: "", version: "1.0.0" },
    host: "api.example.com",
    basePath: "/",
    schemes: ["https"],
    consumes: ["application/json"],
    produces: ["application/json"],
    paths: {
      "/items": {
        get: {
          operationId: "ListItems",
          summary: "List items",
          description: "",
          "x-ms-visibility": "important",
          parameters: [],
          responses: {
            "200": { description: "OK", schema: { type: "array", items: { type: "object", properties: {} } } },
          },
        },
      },
    },
    definitions: {},
    securityDefinitions: { api_key: { type: "apiKey", in: "header", name: "X-Api-Key" } },
    security: [{ api_key: [] }],
  };
  const properties = {
    properties: {
      connectionParameters: {
        api_key: {
          type: "securestring",
          uiDefinition: {
            displayName: "API key",
            description: "The API key of your account",
            tooltip: "Provide your API key",
            constraints: { tabIndex: 2, clearText: false, required: "true" },
          },
        },
      },
      iconBrandColor: "#007ee5",
      capabilities: [],
    },
  };
  const readme = `# ${name}

What the service does, and what somebody builds with this connector.

## Prerequisites

## Supported operations

### List items

## Obtaining credentials

## Known issues and limitations
`;
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return [
    { path: `${slug}/apiDefinition.swagger.json`, text: json(definition) },
    { path: `${slug}/apiProperties.json`, text: json(properties) },
    { path: `${slug}/readme.md`, text: readme },
  ];
}
