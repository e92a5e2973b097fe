import { LiveCheck } from "../core/live/live-check.ts";
import type { Family } from "../core/model/files.ts";
import { readConnector } from "../core/model/read.ts";
import { Reads } from "../core/syntax/reads.ts";
import { LiveVerdict } from "../core/versioning/live-verdict.ts";

const SWAGGER = {
  swagger: "2.0",
  info: { title: "Sample", description: "A sample that is edited before anybody types.", version: "1.0" },
  host: "api.example.com",
  basePath: "/v1",
  schemes: ["https"],
  paths: Object.fromEntries(
    [1, 2, 3, 4].map((i) => [
      `/things${i}/{id}`,
      {
        post: {
          operationId: `CreateThing${i}`,
          summary: "Create a thing",
          description: "Creates a thing and returns it.",
          parameters: [
            {
              name: "id",
              in: "path",
              required: true,
              type: "string",
              "x-ms-summary": "Id",
              description: "Number of the thing.",
            },
            { name: "body", in: "body", required: true, schema: { $ref: "#/definitions/Thing" } },
          ],
          responses: { 200: { description: "The thing.", schema: { $ref: "#/definitions/Thing" } } },
        },
      },
    ]),
  ),
  definitions: {
    Thing: {
      type: "object",
      properties: {
        name: { type: "string", description: "Name of the thing.", title: "Name" },
        kind: { type: "string", enum: ["big", "small"], description: "Kind of the thing.", title: "Kind" },
      },
    },
  },
};

const DEFINITION = `format_version: 1
version: 1.0.0
overview:
  name: Sample
  slug: sample
  type: General
operations:
${[1, 2, 3, 4]
  .map(
    (i) => `  create_thing_${i}:
    name: Create a thing
    description: Creates a thing and returns it.
    method: POST
    path: /things${i}/{id}
    parameters:
      id:
        in: path
        type: string
        required: true
        description: Number of the thing.
    response:
      schema: { $ref: "#/schemas/thing" }
`,
  )
  .join("")}schemas:
  thing:
    type: object
    properties:
      name: { type: string, description: Name of the thing. }
`;

const ROUNDS = 40;

/**
 * Edits a small sample as a person would, so that the code that answers keys is compiled before the first one is pressed. The
 * caller runs it in idle time: each step takes about a millisecond.
 */
export function* warmUp(family: Family): Generator<void> {
  const path = family === "definition" ? "sample.connector.yaml" : "apiDefinition.swagger.json";
  const text = family === "definition" ? DEFINITION : JSON.stringify(SWAGGER, null, 2);
  const connector = readConnector([{ path, text }], { reads: new Reads() });
  const check = new LiveCheck(connector, { today: "2000-01-01" });
  const verdict = new LiveVerdict(readConnector([{ path, text }]), connector, {});
  const edit = (start: number, end: number, typed: string): void => {
    connector.main.edit?.({ start, end, text: typed });
    check.update();
    for (const { place } of check.findings) connector.main.tree?.position(place.start);
    verdict.current();
  };
  check.update();
  verdict.current();
  const typed = [
    ["Creates a thing", "x"],
    ["string", "x"],
    ["Number of", '"'],
    ["\n", "\n"],
  ] as const;
  for (let round = 0; round < ROUNDS; round++)
    for (const [found, letter] of typed) {
      const at = text.indexOf(found, Math.floor((text.length * (round % 4)) / 5)) + 1;
      edit(at, at, letter);
      yield;
      edit(at, at + 1, "");
      yield;
    }
}
