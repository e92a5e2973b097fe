/** Checks requests, and in tests answers, against the schemas of the API. */
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { type Route, type RouteName, routeNames, routes } from "../core/api/routes.ts";
import { params, queries, type Schema, type SchemaName, schemas } from "../core/api/schemas.ts";
import { ProblemError } from "./problem.ts";

type Part = "path" | "query" | "body";

export interface RouteValidator {
  params(values: unknown): void;
  /** Fills defaults in and turns texts into numbers. */
  query(values: unknown): void;
  body(value: unknown): void;
  /** What is wrong with an answer, if anything. */
  result(value: unknown): string | undefined;
}

/** Validators for every route, compiled once. */
export function createValidators(): Record<RouteName, RouteValidator> {
  const ajv = new Ajv({ strict: true, strictTypes: false });
  // The schemas lie where OpenAPI keeps them, so that one set of references serves both.
  ajv.addKeyword("components");
  ajv.addSchema({ $id: "api", components: { schemas } });
  const texts = new Ajv({ strict: true, strictTypes: false, coerceTypes: true, useDefaults: true });
  const named = (name: SchemaName) => ajv.compile({ $ref: `api#/components/schemas/${name}` });
  const query = Object.fromEntries(Object.entries(queries).map(([name, schema]) => [name, texts.compile(schema)]));
  const create = (route: Route): RouteValidator => {
    const checkParams = ajv.compile(paramSchema(route));
    const checkQuery = query[route.query ?? "none"]!;
    const checkBody = route.body && named(route.body);
    const checkResult = route.result && named(route.result);
    return {
      params: (values) => ensure(checkParams, values, "path"),
      query: (values) => ensure(checkQuery, values, "query"),
      body: (value) => checkBody && ensure(checkBody, value, "body"),
      result: (value) => (!checkResult || checkResult(value) ? undefined : ajv.errorsText(checkResult.errors)),
    };
  };
  return Object.fromEntries(routeNames.map((name) => [name, create(routes[name])])) as Record<
    RouteName,
    RouteValidator
  >;
}

function paramSchema(route: Route): Schema {
  const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as keyof typeof params);
  const properties = Object.fromEntries(names.map((name) => [name, params[name]]));
  return { type: "object", properties, required: names, additionalProperties: false };
}

const partWords: Record<Part, string> = { path: "The address", query: "The query", body: "The body" };

function ensure(check: ValidateFunction, value: unknown, part: Part): void {
  if (check(value)) return;
  const errors = (check.errors ?? []).map((error) => ({ pointer: error.instancePath, detail: words(error) }));
  const first = errors[0];
  const at = first?.pointer ? ` at ${first.pointer}` : "";
  throw new ProblemError(
    "invalid-request",
    `${partWords[part]} of the request does not fit${at}: it ${first?.detail ?? "is wrong"}. See /openapi.json.`,
    { errors },
  );
}

function words({ keyword, message = "is wrong", params: details }: ErrorObject): string {
  if (keyword === "additionalProperties") return `has an unknown member ${JSON.stringify(details.additionalProperty)}`;
  if (keyword === "enum") return `must be one of ${(details.allowedValues as unknown[]).join(", ")}`;
  return message.replace("must NOT", "must not");
}
