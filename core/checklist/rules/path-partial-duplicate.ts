import type { Operation } from "../../model/connector.ts";
import { keyPart } from "../paths.ts";
import { defineRule } from "../rule.ts";
import { operationName } from "../swagger.ts";

interface Route {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

function isVariable(segment: string): boolean {
  return segment.startsWith("{") && segment.endsWith("}");
}

/**
 * The first segment in which a path has a variable and another one of the same length a word that may be its value; -1 where no
 * address can belong to both.
 */
function mixedUpAt(one: readonly string[], other: readonly string[]): number {
  let at = -1;
  for (const [index, segment] of one.entries()) {
    const there = other[index] as string;
    if (segment === there || (isVariable(segment) && isVariable(there))) continue;
    if (!segment || !there || (!isVariable(segment) && !isVariable(there))) return -1;
    if (at < 0 && isVariable(segment)) at = index;
  }
  return at;
}

export default defineRule({
  id: "path-partial-duplicate",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "No variable of a path stands where another path of the same method has a fixed word.",
  why: "Where somebody enters just that word as the value, the call ends at the other operation.",
  todo: "Nothing needs to be done where the service can tell the two; else describe which values the parameter takes.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["PartialDuplicateOperationPath"],
  check: {
    connector({ operations }, { report }) {
      const groups = new Map<string, Route[]>();
      for (const operation of operations) {
        const segments = operation.path.split("/");
        const key = `${operation.method} ${segments.length}`;
        const group = groups.get(key);
        if (group) group.push({ operation, segments });
        else groups.set(key, [{ operation, segments }]);
      }
      for (const group of groups.values()) {
        if (group.length < 2) continue;
        for (const { operation, segments } of group) {
          if (!operation.path.includes("{")) continue;
          let at = -1;
          const other = group.find((route) => {
            at = route.operation === operation ? -1 : mixedUpAt(segments, route.segments);
            return at >= 0;
          });
          if (!other) continue;
          const from = segments.slice(0, at).join("/").length + 1;
          const segment = segments[at] as string;
          report({
            at: keyPart(operation.pathItem, from, from + segment.length),
            message: `A call of ${operationName(operation)} ends at ${operationName(other.operation)} where ${segment} is "${other.segments[at]}".`,
          });
        }
      }
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/users/{id}": { "get": { "operationId": "GetUser" } },
            ^^^^ A call of GetUser ends at GetMe where {id} is "me".
    "/users/me": { "get": { "operationId": "GetMe" } },
    "/{kind}/all/items": { "get": { "operationId": "ListAllItems" } },
      ^^^^^^ A call of ListAllItems ends at ListItems where {kind} is "items".
    "/items/{name}/items": { "get": { "operationId": "ListItems" } }
            ^^^^^^ A call of ListItems ends at ListAllItems where {name} is "all".
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/users/{id}": { "get": { "operationId": "GetUser" } },
    "/users/{id}/": { "get": { "operationId": "GetUserAgain" } },
    "/users/{name}": { "get": { "operationId": "GetUserByName" } },
    "/users/me": { "post": { "operationId": "UpdateMe" } },
    "/": { "get": { "operationId": "GetAll" } },
    "/{kind}": { "get": { "operationId": "GetKind" } },
    "/teams/me": { "get": { "operationId": "GetMyTeam" } }
  }
}
`,
    ],
  },
});
