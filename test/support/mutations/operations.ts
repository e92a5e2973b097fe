import { done, type Mutation, movePath, operation, operations, parameter, response } from "./types.ts";

/** What can be wrong with paths, operations, parameters and responses. */
export const operationMutations: readonly Mutation[] = [
  { rule: "opid-required", mutate: operation(({ op }) => done(delete op.operationId)) },
  {
    rule: "opid-unique",
    mutate: (subject) => {
      const [first, second] = operations(subject).filter(
        ({ op }) => !op["x-ms-trigger"] && !JSON.stringify(op).includes("x-ms-api-annotation"),
      );
      if (!first || !second) return false;
      second.op.operationId = first.op.operationId;
      return true;
    },
    // Revisions of one family have numbers of their own, and the id names the family.
    also: ["annotation-revision-unique"],
  },
  { rule: "op-desc-required", mutate: operation(({ op }) => Boolean(op.description) && done(delete op.description)) },
  { rule: "op-summary-required", mutate: operation(({ op }) => Boolean(op.summary) && done(delete op.summary)) },
  { rule: "op-summary-max-80", mutate: operation(({ op }) => done((op.summary = "Get a thing ".repeat(7).trim()))) },
  { rule: "op-summary-end", mutate: operation(({ op }) => done((op.summary = "Get a thing!"))) },
  { rule: "op-summary-restricted-chars", mutate: operation(({ op }) => done((op.summary = "Get a thing & more"))) },
  {
    rule: "get-no-body",
    mutate: operation(({ op, method }) => {
      if (method !== "get" || op["x-ms-trigger"]) return false;
      op.parameters = [
        ...(op.parameters ?? []),
        { name: "payload", in: "body", schema: { type: "object", properties: { a: { type: "string", title: "A" } } } },
      ];
      return !op.parameters
        .slice(0, -1)
        .some((one: { in?: string; $ref?: string }) => one.in === "body" || one.in === "formData" || one.$ref);
    }),
  },
  { rule: "responses-required", mutate: operation(({ op }) => !op["x-ms-trigger"] && done((op.responses = {}))) },
  {
    rule: "has-operations",
    mutate: ({ doc }) => done((doc.paths = {})) && !doc["x-ms-capabilities"] && doc.securityDefinitions === undefined,
  },
  {
    rule: "operations-max-256",
    mutate: ({ doc }) => {
      for (let i = 0; i < 257; i++)
        doc.paths[`/many/${i}`] = {
          get: {
            operationId: `GetMany${i}`,
            summary: `Get many ${i}`,
            description: "Gets one of many.",
            responses: { 200: { description: "It was found." } },
          },
        };
      return true;
    },
  },
  {
    rule: "path-starts-with-slash",
    mutate: operation((place, subject) => !place.path.includes("{") && movePath(place, subject, place.path.slice(1))),
  },
  {
    rule: "path-no-query-fragment",
    mutate: operation(
      (place, subject) => !place.path.includes("{") && movePath(place, subject, `${place.path}?kind=all`),
    ),
  },
  { rule: "path-no-wildcard", mutate: operation((place, subject) => movePath(place, subject, `${place.path}/*`)) },
  {
    rule: "path-template-valid",
    mutate: operation((place, subject) => !place.path.includes("{") && movePath(place, subject, `${place.path}/{`)),
  },
  {
    rule: "path-vars-declared",
    mutate: operation(
      (place, subject) =>
        !place.op["x-ms-trigger"] &&
        Object.keys(place.item).length === 1 &&
        movePath(place, subject, `${place.path}/{unheardOf}`),
    ),
  },
  { rule: "path-item-ref", mutate: ({ doc }) => done((doc.paths["/elsewhere"] = { $ref: "#/paths/other" })) },
  {
    rule: "path-case-unique",
    mutate: operation(({ path, method, op }, { doc }) => {
      const other = path.toUpperCase();
      if (other === path || path.includes("{")) return false;
      const verb = method === "get" ? "delete" : "get";
      doc.paths[other] = {
        [verb]: {
          operationId: `${op.operationId}Upper`,
          summary: "Do another thing",
          description: "Does another thing.",
          responses: { 200: { description: "It was done." } },
        },
      };
      return true;
    }),
    also: ["path-duplicate-template"],
  },
  {
    rule: "path-duplicate-template",
    mutate: operation(({ path, method, op }, { doc }) => {
      const variable = /\{(\w+)\}/.exec(path);
      if (!variable || op["x-ms-trigger"] || /\{.*\{/.test(path)) return false;
      const renamed = `${variable[1]}Again`;
      doc.paths[path.replace(variable[0], `{${renamed}}`)] = {
        [method]: {
          operationId: `${op.operationId}Again`,
          summary: "Do it again",
          description: "Does it again.",
          parameters: [
            {
              name: renamed,
              in: "path",
              required: true,
              type: "string",
              "x-ms-summary": "Again",
              description: "What to do again.",
              "x-ms-url-encoding": "single",
            },
          ],
          responses: { 200: { description: "It was done." } },
        },
      };
      return true;
    }),
  },
  {
    rule: "path-param-in-template",
    mutate: operation(
      ({ op }) =>
        op.parameters?.length > 0 &&
        done(
          op.parameters.push({
            name: "stranger",
            in: "path",
            required: true,
            type: "string",
            "x-ms-summary": "Stranger",
            description: "Nobody knows.",
            "x-ms-url-encoding": "single",
          }),
        ),
    ),
  },
  { rule: "path-param-required", mutate: parameter((one) => one.in === "path" && done((one.required = false))) },
  {
    rule: "param-unique",
    mutate: parameter((one, { op }) => one.in === "query" && done(op.parameters.push({ ...one }))),
  },
  {
    rule: "param-complete",
    mutate: parameter(
      (one) =>
        one.in === "query" &&
        one.type === "string" &&
        one.default === undefined &&
        !one.enum &&
        !one.format &&
        !Object.keys(one).some((key) => key.startsWith("x-ms-dynamic")) &&
        done(delete one.type),
    ),
  },
  {
    rule: "param-summary-required",
    mutate: parameter((one) => one.in !== "body" && Boolean(one["x-ms-summary"]) && done(delete one["x-ms-summary"])),
  },
  {
    rule: "param-desc-required",
    mutate: parameter((one) => one.in !== "body" && Boolean(one.description) && done(delete one.description)),
  },
  {
    rule: "param-summary-max-80",
    mutate: parameter((one) => one.in === "query" && done((one["x-ms-summary"] = "Long label ".repeat(8).trim()))),
  },
  {
    rule: "param-name-connectionid",
    mutate: parameter((one) => one.in === "query" && !one.required && done((one.name = "connectionId"))),
  },
  {
    rule: "param-allowemptyvalue",
    mutate: parameter((one) => one.in === "header" && done((one.allowEmptyValue = true))),
  },
  {
    rule: "param-internal-required-default",
    mutate: parameter(
      (one) =>
        one.in === "query" &&
        one.default === undefined &&
        done(Object.assign(one, { required: true, "x-ms-visibility": "internal" })),
    ),
  },
  {
    rule: "param-single-body",
    mutate: parameter(
      (one, { op, method }) =>
        one.in === "body" && method !== "get" && done(op.parameters.push({ ...one, name: "second" })),
    ),
  },
  {
    rule: "param-body-xor-formdata",
    mutate: parameter(
      (one, { op, method }) =>
        one.in === "body" &&
        method === "post" &&
        done(
          op.parameters.push({
            name: "form",
            in: "formData",
            type: "string",
            "x-ms-summary": "Form",
            description: "A form.",
          }),
        ) &&
        done((op.consumes = ["application/x-www-form-urlencoded"])),
    ),
  },
  { rule: "param-formdata-ascii", mutate: parameter((one) => one.in === "formData" && done((one.name = "größe"))) },
  {
    rule: "param-file-formdata",
    mutate: parameter(
      (one) =>
        one.in === "query" &&
        one.type === "string" &&
        one.default === undefined &&
        !one.enum &&
        !one.format &&
        done((one.type = "file")),
    ),
  },
  {
    rule: "consumes-compatible",
    mutate: parameter(
      (one, { op }) => one.in === "formData" && one.type === "file" && done((op.consumes = ["application/json"])),
    ),
  },
  {
    rule: "param-ref-valid",
    mutate: operation(
      ({ op }) => op.parameters?.length > 0 && done(op.parameters.push({ $ref: "#/parameters/NotThere" })),
    ),
  },
  {
    rule: "collectionformat-supported",
    mutate: parameter((one) => one.in === "query" && one.type === "array" && done((one.collectionFormat = "pipes"))),
  },
  {
    rule: "body-has-schema",
    mutate: parameter(
      (one) =>
        one.in === "body" &&
        !one.schema?.$ref &&
        Object.keys(one).every((key) => !key.startsWith("x-ms-dynamic")) &&
        done(delete one.schema),
    ),
  },
  {
    rule: "nonbody-no-schema",
    mutate: parameter((one) => one.in === "query" && one.type === "string" && done((one.schema = { type: "string" }))),
  },
  {
    rule: "default-type",
    mutate: parameter((one) => one.type === "integer" && one.in === "query" && done((one.default = "many"))),
  },
  {
    rule: "enum-valid",
    mutate: parameter(
      (one) =>
        one.type === "string" && one.enum?.length > 1 && !one["x-ms-enum-values"] && done(one.enum.push(one.enum[0])),
    ),
  },
  {
    rule: "numeric-bounds",
    mutate: parameter(
      (one) =>
        one.type === "integer" &&
        one.in === "query" &&
        done(Object.assign(one, { minimum: 10, maximum: 1, default: undefined })),
    ),
  },
  {
    rule: "pattern-valid",
    mutate: parameter((one) => one.type === "string" && one.in === "query" && done((one.pattern = "(open"))),
  },
  {
    rule: "url-encoding-value",
    mutate: parameter((one) => one.in === "path" && done((one["x-ms-url-encoding"] = "triple"))),
  },
  { rule: "response-desc", mutate: response((one) => done(delete one.description)) },
  { rule: "response-code-valid", mutate: response((one, _, { op }) => done((op.responses.okay = one))) },
  {
    rule: "response-ref-valid",
    mutate: response(
      (_, status, { op }) => status !== "200" && done((op.responses[status] = { $ref: "#/responses/NotThere" })),
    ),
  },
  {
    rule: "response-headers-unique",
    mutate: response((one) => done((one.headers = { "X-Rate": { type: "string" }, "x-rate": { type: "string" } }))),
  },
  {
    rule: "trigger-value",
    mutate: operation(({ op }) => Boolean(op["x-ms-trigger"]) && done((op["x-ms-trigger"] = "several"))),
  },
  {
    rule: "annotation-replacement-deprecated",
    mutate: operation(
      ({ op }) =>
        !op.deprecated &&
        done(
          (op["x-ms-api-annotation"] = {
            ...op["x-ms-api-annotation"],
            replacement: { api: "Other", operationId: op.operationId },
          }),
        ),
    ),
  },
  {
    rule: "annotation-revision-unique",
    mutate: (subject) => {
      const [first, second] = operations(subject).filter(({ op }) => !op["x-ms-api-annotation"]);
      if (!first || !second) return false;
      for (const { op } of [first, second]) op["x-ms-api-annotation"] = { family: "Same", revision: 2 };
      return true;
    },
  },
  {
    rule: "annotation-family-active",
    mutate: (subject) => {
      const some = operations(subject)
        .filter(({ op }) => !op["x-ms-api-annotation"] && !op.deprecated)
        .slice(0, 3);
      for (const [index, { op }] of some.entries()) op["x-ms-api-annotation"] = { family: "Same", revision: index + 1 };
      return some.length === 3;
    },
  },
  {
    rule: "annotation-status-ahead",
    mutate: operation(
      ({ op }, { doc }) =>
        done((doc.info["x-ms-api-annotation"] = { status: "Preview" })) &&
        done((op["x-ms-api-annotation"] = { ...op["x-ms-api-annotation"], status: "Production" })),
    ),
  },
  {
    rule: "pageable-nextlink",
    mutate: operation(({ op }) => !op["x-ms-pageable"] && done((op["x-ms-pageable"] = { nextLinkName: "more" }))),
  },
  {
    rule: "dynamic-operation-exists",
    mutate: parameter(
      (one) => one["x-ms-dynamic-values"]?.operationId && done((one["x-ms-dynamic-values"].operationId = "NotThere")),
    ),
  },
  {
    rule: "webhook-url-internal",
    mutate: ({ doc }) =>
      JSON.stringify(doc).includes('"x-ms-notification-url":true') &&
      walkObjects(
        doc,
        (one) =>
          one["x-ms-notification-url"] === true &&
          one["x-ms-visibility"] === "internal" &&
          done(delete one["x-ms-visibility"]),
      ),
  },
  {
    rule: "webhook-url-string",
    mutate: ({ doc }) =>
      walkObjects(
        doc,
        (one) =>
          one["x-ms-notification-url"] === true &&
          one.type === "string" &&
          !one.format &&
          one.default === undefined &&
          done((one.type = "integer")),
      ),
  },
  {
    rule: "webhook-notification-url",
    mutate: ({ doc }) =>
      walkObjects(doc, (one) => one["x-ms-notification-url"] === true && done(delete one["x-ms-notification-url"])),
  },
  {
    rule: "webhook-notification-content",
    mutate: (subject) =>
      operations(subject).some(
        ({ item, op }) =>
          Boolean(op["x-ms-trigger"] && item["x-ms-notification-content"]) &&
          done(delete item["x-ms-notification-content"]),
      ),
  },
  {
    rule: "dynamic-not-on-body-param",
    mutate: parameter((one) => one.in === "body" && done((one["x-ms-dynamic-schema"] = { operationId: "Any" }))),
    also: ["dynamic-operation-exists"],
  },
  {
    rule: "dynamic-required-params",
    mutate: parameter((one, _, subject) => {
      const call = one["x-ms-dynamic-values"];
      const target = operations(subject).find(({ op }) => op.operationId === call?.operationId);
      if (!target || target.path.includes("{")) return false;
      target.op.parameters = [
        ...(target.op.parameters ?? []),
        { name: "needed", in: "query", required: true, type: "string", "x-ms-summary": "Needed", description: "It." },
      ];
      return true;
    }),
    also: ["test-connection-valid"],
  },
  {
    rule: "dynamic-properties-path-match",
    mutate: ({ doc }) =>
      walkObjects(
        doc,
        (one) =>
          typeof one["x-ms-dynamic-schema"]?.["value-path"] === "string" &&
          typeof one["x-ms-dynamic-properties"]?.itemValuePath === "string" &&
          done((one["x-ms-dynamic-properties"].itemValuePath = "somewhere/else")),
      ),
  },
  {
    rule: "notification-extension",
    mutate: operation(
      ({ op }) => !op["x-ms-trigger"] && done((op["x-ms-notification"] = { operationId: op.operationId })),
    ),
  },
];

/** The first object below a value for which the change says that it was made. */
// biome-ignore lint/suspicious/noExplicitAny: see types.ts.
function walkObjects(value: any, change: (one: any) => boolean): boolean {
  if (!value || typeof value !== "object") return false;
  if (!Array.isArray(value) && change(value)) return true;
  return Object.values(value).some((inner) => walkObjects(inner, change));
}
