import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../core/checklist/generated.ts";
import { explainLog } from "../../core/explain/explain.ts";
import { words } from "../../core/explain/words.ts";
import { readConnector } from "../../core/model/read.ts";
import { rules as changes } from "../../core/versioning/generated.ts";
import { root } from "../support/paths.ts";

const DEFINITION = `{
  "swagger": "2.0",
  "info": { "title": "Tides and more tides of every harbour", "version": "1.0" },
  "host": "tides.example.com",
  "paths": {
    "/tides/{harbour}": {
      "get": {
        "operationId": "ListTides",
        "summary": "List <tides>",
        "description": "Lists the tides.",
        "parameters": [
          { "name": "harbour", "in": "path", "required": true, "type": "string" },
          { "name": "options", "in": "body", "schema": { "$ref": "#/definitions/Options" } }
        ],
        "responses": {
          "200": { "description": "Tides.", "schema": { "type": "array", "items": { "$ref": "#/definitions/Tide" } } },
          "default": { "description": "Error.", "schema": { "type": "string" } }
        }
      }
    }
  },
  "definitions": {
    "Options": { "type": "object", "properties": { "days": { "type": "integer", "default": "3" } } },
    "Tide": { "type": "object", "properties": { "at": { "type": "string", "format": "date-time" } } }
  }
}
`;
const PROPERTIES = `{
  "properties": {
    "connectionParameters": {
      "key": { "type": "password" }
    }
  }
}
`;
const connector = readConnector([
  { path: "certified-connectors/Tides/apiDefinition.swagger.json", text: DEFINITION },
  { path: "certified-connectors/Tides/apiProperties.json", text: PROPERTIES },
]);
/** What is found for a log: the text of the place, and the rule. */
const explain = (log: string): [string | undefined, string][] =>
  explainLog(log, connector, { today: "2026-01-15", profile: "certified" }).map(({ place, rule }) => [
    place?.file.text.slice(place.start, place.end),
    rule,
  ]);

describe("a line of a log is found in the connector", () => {
  const cases: readonly (readonly [string, string, string | undefined, string])[] = [
    [
      "by a pointer",
      "##[error]The 'x-ms-summary' property is required. ValuePath: /paths/~1tides~1{harbour}/get/parameters/0",
      '"harbour"',
      "param-summary-required",
    ],
    [
      "behind a time",
      "2026-03-01T10:00:00.1234567Z ##[error]Summary string contains any of the restricted characters ValuePath: /paths/~1tides~1{harbour}/get/summary",
      "<",
      "op-summary-restricted-chars",
    ],
    [
      "by a pointer without slash, with a code",
      "(,): error DefaultResponseHasSchema: The 'default' response has a schema. ValuePath: 'paths/~1tides~1{harbour}/get/responses/default' Value: '{}'",
      '"schema"',
      "response-default-no-schema",
    ],
    [
      "by names of an operation",
      "##[error]The type format has been changed for the output field. Existing flows may be broken. ValuePath: operation/ListTides/responses/200/schema/items/at/format Source: NewSwagger",
      '"date-time"',
      "response-property-format-changed",
    ],
    [
      "by names of its body",
      "##[error]The type has been changed for the input field. ValuePath: operation/ListTides/parameter/options/schema/days/type Source: NewSwagger",
      '"integer"',
      "request-property-type-changed",
    ],
    [
      "though it is gone",
      "##[error]The operation has been deleted. This change breaks existing flows. ValuePath: operation/RemoveTide Source: NewSwagger",
      '"paths"',
      "operation-removed",
    ],
    [
      "in the form of 2022",
      "src\\preview\\Tides\\apiDefinition.swagger.json: error OutputFieldTypeChanged: [operation/ListTides/responses/200/schema/items/at/type] The type has been changed for the output field.",
      '"string"',
      "response-property-type-changed",
    ],
    [
      "as the command line of the platform prints it",
      "Error : info : The 'contact' property is required.",
      '"info"',
      "contact-required",
    ],
    [
      "by line and column",
      "@{level=Error; message=The type is not one of those allowed.; valuePath=line: 4 position: 26 path: '[0].properties'; value=password}",
      '"password"',
      "ap-cp-type",
    ],
    ["by its words alone", "Maximum of 30 characters allowed in the connector title", "harbour", "title-max-30"],
  ];
  it.each(cases)("%s", (_, line, text, rule) => {
    const [[place, found] = [undefined, ""], ...more] = explain(line);
    expect(more).toEqual([]);
    expect([place?.split("\n")[0], found]).toEqual([text, rule]);
  });

  it("and what is not about a connector is left out", () => {
    expect(explain("##[section]Starting: Validate\nDownloading 3 files\n\nHave a nice day!\n")).toEqual([]);
  });
  it("with what to do where no file can show it", () => {
    const [entry] = explainLog("Please provide the Client ID and Secret for this connector.", connector, {
      today: "2026-01-15",
    });
    expect([entry?.rule, entry?.todo]).toEqual(["", expect.stringContaining("never stand in a file")]);
  });
  it("several of them in order", () => {
    const log = "##[error]One. ValuePath: /info\r\n##[warning]Two. ValuePath: /host\r\nThree\r\n";
    const found = explainLog(log, connector, { today: "2026-01-15" });
    expect(found.map(({ entry: { line, severity, message } }) => [line, severity, message])).toEqual([
      [0, "error", "One."],
      [1, "warning", "Two."],
    ]);
  });
});

it("every rule that words point to exists", () => {
  const known = new Set([...rules, ...changes].map(({ id }) => id));
  expect(words.flatMap(([, ids]) => ids).filter((id) => !known.has(id))).toEqual([]);
});

const verdicts = path.resolve(root, "../shared/powerplatform/verdicts");
interface Verdict {
  pr: number;
  expected: { message: string; value_path: string }[];
}
const real = existsSync(verdicts)
  ? (JSON.parse(readFileSync(path.join(verdicts, "index.json"), "utf8")) as Verdict[])
  : [];
describe(`logs of real reviews${real.length ? "" : " (skipped: they are not beside the repository)"}`, () => {
  it.skipIf(!real.length).each(real)("of #$pr are explained line by line", ({ pr, expected }) => {
    const text = readFileSync(path.join(verdicts, `pr-${pr}`, "new.swagger.json"), "utf8").replace(/^\ufeff/, "");
    const model = readConnector([{ path: "apiDefinition.swagger.json", text }]);
    const log = expected.map(
      ({ message, value_path }) => `##[error]${message} ValuePath: ${value_path} Source: NewSwagger`,
    );
    const found = explainLog(log.join("\n"), model, { today: "2026-01-15" });
    expect(found).toHaveLength(expected.length);
    for (const { place, rule } of found)
      expect([place === undefined, rule]).toEqual([false, expect.stringMatching(/\w/)]);
  });
});
