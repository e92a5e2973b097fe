import type { SchemaProblem, Wrong } from "../../model/schema-check.ts";
import { Kind } from "../../syntax/tree.ts";
import { defineRule } from "../rule.ts";
import { isSettled, problemPath, reportOf, structureProblems } from "../structure.ts";

/** What a value may lack or be without being of a wrong kind. */
const EMPTY = ["missing", "short", "empty"] as const;
const ALL = "all";

/** What other rules say, with better words and fixes: by path, everything, or the kinds of problems. `empty` is no value at all. */
const ELSEWHERE: readonly (readonly [string, typeof ALL | readonly (Wrong | "empty" | "not text")[]])[] = [
  ["version", ALL],
  ["overview", EMPTY],
  ["overview.name", ["type", ...EMPTY]],
  ["overview.slug", ALL],
  ["overview.type", ALL],
  ["overview.description", ALL],
  ["overview.base_url", ALL],
  ["overview.icon", ["type", ...EMPTY]],
  ["overview.documentation_url", ALL],
  ["auth.type", ALL],
  ["auth.*", ["missing", "excluded"]],
  ["auth.api_key.in", EMPTY],
  ["auth.api_key.header_name", EMPTY],
  ["auth.api_key.query_name", EMPTY],
  ["auth.oauth2.grant_type", EMPTY],
  ["auth.oauth2.token_url", EMPTY],
  ["auth.oauth2.authorization_url", EMPTY],
  ["operations", EMPTY],
  ["operations.*.method", ALL],
  ["operations.*.path", ALL],
  ["operations.*.name", ALL],
  ["operations.*.description", ALL],
  ["operations.*.parameters.*.description", ALL],
  ["operations.*.parameters.*.type", [...EMPTY, "not text"]],
  ["operations.*.parameters.*.in", [...EMPTY, "not text"]],
  ["operations.*.response", EMPTY],
  ["operations.*.response.schema", ALL],
  ["operations.*.tests", EMPTY],
  ["field_mappings", EMPTY],
  ["field_mappings.*.domain", ALL],
  ["field_mappings.*.fields.*", ["name"]],
  ["publication.scope", ALL],
  ["publication.releases.*.notes", EMPTY],
];
const TABLE = ELSEWHERE.map(([path, wrongs]) => [path.split("."), wrongs] as const);

/** Whether another rule says so. */
function isElsewhere(problem: SchemaProblem): boolean {
  const { wrong, item } = problem;
  const path = problemPath(problem);
  const given = wrong !== "missing";
  return TABLE.some(
    ([keys, wrongs]) =>
      keys.length === path.length &&
      keys.every((key, index) => key === "*" || key === path[index]) &&
      (wrongs === ALL ||
        wrongs.includes(wrong) ||
        (given && wrongs.includes("empty") && (item.kind === Kind.missing || item.string === "")) ||
        (given && wrongs.includes("not text") && !item.isString)),
  );
}

export default defineRule({
  id: "definition-structure",
  section: "overview",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "Every value is of the kind that the format says, and within its limits.",
  why: "Text where a number is expected, or a word that the format does not know, cannot be used: what it was meant to set is not set.",
  todo: "Write the value as the message says. Wrong kinds of values and unknown words are errors, what breaks a limit or is missing is a warning.",
  source: "Format of connector definitions, version 1; schemas/connector.schema.json",
  check: {
    entity(entity, { connector, report }) {
      if (entity.kind === "file") return;
      for (const problem of structureProblems(entity, connector))
        if (problem.wrong !== "unknown" && !isElsewhere(problem) && isSettled(problem)) report(reportOf(problem));
    },
  },
  examples: {
    bad: [
      `format_version: 2
                ^ "format_version" has to be 1, but is 2.
overview:
  name: A
  icon: icon.gif
        ^^^^^^^^ "icon" of overview has to be the path of a .png or .svg file.
  limitations: None
               ^^^^ "limitations" of overview has to be a list, but is text.
auth:
  type: api_key
  api_key: { in: body, header_name: 5 }
                 ^^^^ "in" of auth.api_key is "body"; possible are header, query.
                                    ^ "header_name" of auth.api_key has to be text, but is an integer.
  credentials:
    API-Key: { label: "" }
    ^^^^^^^ "API-Key" cannot be a name in auth.credentials: names are lower-case letters, digits and underscores, with a letter first.
                      ^^ "label" of auth.credentials.API-Key is empty.
`,
      `operations:
^^^^^^^^^^^ The file has no "format_version".
  list:
    method: GET
    path: /
    parameters:
      limit: { in: querry, type: int, minimum: "1", enum: [] }
                   ^^^^^^ "in" of operations.list.parameters.limit is "querry"; possible are path, query, header.
                                 ^^^ "type" of operations.list.parameters.limit is "int"; possible are string, integer, number, boolean, array.
                                               ^^^ "minimum" of operations.list.parameters.limit has to be a number, but is text.
                                                    ^^^^ "enum" of operations.list.parameters.limit is empty.
    pagination: { type: pages, page_parameter: limit }
                        ^^^^^ "type" of operations.list.pagination is "pages"; possible are none, page, offset, cursor, link_header.
    response: { status: [200, 404] }
                              ^^^ An item of operations.list.response.status has to be at most 299, but is 404.
    deprecated: soon
                ^^^^ "deprecated" of operations.list has to be true or false or an object, but is text.
    tests:
      one: { mock: { body: 1, body_file: a.json } }
      ^^^ operations.list.tests.one has no "expect".
             ^^^^ operations.list.tests.one.mock has no "status".
                              ^^^^^^^^^ operations.list.tests.one.mock cannot have "body" and "body_file" together.
`,
      `format_version: 1
schemas:
  car: object
       ^^^^^^ "car" of schemas has to be an object, but is text.
resilience:
  timeout_ms: 500000
              ^^^^^^ "timeout_ms" of resilience has to be at most 300000, but is 500000.
  retries:
  ^^^^^^^ "retries" of resilience has no value; it has to be an object.
  rate_limit: unlimited
              ^^^^^^^^^ "rate_limit" of resilience is "unlimited"; possible are an object or none.
  circuit_breaker: { enabled: "true" }
                              ^^^^^^ "enabled" of resilience.circuit_breaker has to be true or false, but is text.
field_mappings:
  vehicle:
    domain: Vehicle
    operations: [list, list]
                       ^^^^ "list" stands in field_mappings.vehicle.operations twice.
    fields:
      vin: { source: vin, direction: inward, transform: {} }
                                     ^^^^^^ "direction" of field_mappings.vehicle.fields.vin is "inward"; possible are inbound, outbound, both.
                                             ^^^^^^^^^ "transform" of field_mappings.vehicle.fields.vin is empty.
      make: {}
      ^^^^ field_mappings.vehicle.fields.make has no "source".
publication:
  releases:
    v1: { notes: 1 }
    ^^ "v1" cannot be a name in publication.releases: names are three numbers such as 1.4.0.
                 ^ "notes" of publication.releases.v1 has to be text, but is an integer.
`,
    ],
    good: [
      `format_version: 1
overview:
  name: ""
  slug: A B
  base_url: ftp
auth: { type: nothing }
operations:
  a: { method: FETCH, path: x, name: "", parameters: { id: { description: "" } } }
resilience: { rate_limit: none, retries: { max: 1, retry_on: [timeout, 429] } }
`,
      `{
  "format_version": 1,
  "resilience": { "timeout_ms": "1
`,
    ],
    fixed: [
      `format_version: 1
overview:
  name: A
  icon: icon.gif
  limitations: [None]
auth:
  type: api_key
  api_key: { in: body, header_name: "5" }
  credentials:
    API-Key: { label: "" }
`,
      `operations:
  list:
    method: GET
    path: /
    parameters:
      limit: { in: query, type: int, minimum: 1, enum: [] }
    pagination: { type: page, page_parameter: limit }
    response: { status: [200, 404] }
    deprecated: soon
    tests:
      one: { mock: { body: 1, body_file: a.json } }
format_version: 1
`,
      `format_version: 1
schemas:
  car: object
resilience:
  timeout_ms: 500000
  retries:
  rate_limit: unlimited
  circuit_breaker: { enabled: true }
field_mappings:
  vehicle:
    domain: Vehicle
    operations: [list, list]
    fields:
      vin: { source: vin, direction: inward, transform: {} }
      make: {}
publication:
  releases:
    v1: { notes: "1" }
`,
    ],
  },
});
