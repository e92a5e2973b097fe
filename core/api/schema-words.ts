/** The words that the schemas of the API are written with, and the values that several of them have. */
import { roles } from "../lifecycle/authority.ts";
import { tokenScopes as scopeNames } from "../lifecycle/token-scopes.ts";

export type Schema = { readonly [keyword: string]: unknown };

/** Sizes that the registry accepts; it publishes them in /api/v1/meta. */
export const limits = { body_bytes: 4 * 1024 * 1024, files: 200, page: 100, default_page: 50 } as const;

export const string = (keywords: Schema = {}): Schema => ({ type: "string", ...keywords });
export const text = (maxLength: number): Schema => string({ maxLength });
export const integer = (keywords: Schema = {}): Schema => ({ type: "integer", ...keywords });
export const count = integer({ minimum: 0 });
export const boolean: Schema = { type: "boolean" };
export const oneOf = (...values: string[]): Schema => string({ enum: values });
export const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: "null" }] });
export const list = (items: Schema, keywords: Schema = {}): Schema => ({ type: "array", items, ...keywords });
export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

/** An object without other members; names that end with `?` are optional. */
export function object(members: Record<string, Schema>, keywords: Schema = {}): Schema {
  const properties: Record<string, Schema> = {};
  const required: string[] = [];
  for (const [name, schema] of Object.entries(members)) {
    const bare = name.replace(/\?$/, "");
    properties[bare] = schema;
    if (bare === name) required.push(bare);
  }
  return { type: "object", properties, required, additionalProperties: false, ...keywords };
}

const slugPattern = "^[a-z0-9](?:[a-z0-9._-]{0,98}[a-z0-9])?$";
export const slug = string({ pattern: slugPattern, maxLength: 100 });
export const slugOrEmpty = string({ maxLength: 201 });
export const versionText = string({
  pattern: "^(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})\\.(0|[1-9]\\d{0,8})$",
  maxLength: 29,
});
/** What a caller may write in an address: strict numbers are judged by the version policy, in sentences, not by the schema. */
export const versionParam = string({ minLength: 1, maxLength: 64, pattern: "^[0-9A-Za-z.+-]+$" });
export const time = string({ pattern: "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?Z$", maxLength: 40 });
export const day = string({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
export const dayOrTime = string({
  pattern: "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z)?$",
  maxLength: 40,
});
export const digest = string({ pattern: "^sha256:[0-9a-f]{64}$" });
export const reference = string({ pattern: `${slugPattern.slice(0, -1)}/${slugPattern.slice(1)}`, maxLength: 201 });
export const name = string({ minLength: 1, maxLength: 200, pattern: "^[^\\u0000-\\u001f\\u007f]+$" });
export const scope = oneOf("enterprise", "global");
export const state = oneOf("draft", "published", "deprecated", "unpublished");
export const severity = oneOf("error", "warning", "info", "hint");
export const bump = oneOf("none", "patch", "minor", "major");
export const takenBump = oneOf("patch", "minor", "major");
export const tokenRoles = list(oneOf(...roles), { maxItems: roles.length, uniqueItems: true });
export const tokenScopes = list(oneOf(...scopeNames), { maxItems: scopeNames.length, uniqueItems: true });
export const etag = string({ pattern: '^"r\\d+"$' });

export const content = object(
  {
    path: string({ minLength: 1, maxLength: 200 }),
    "text?": string(),
    "base64?": string(),
  },
  { description: "A file: text, or base64 where it is binary. The path is relative, with `/`." },
);

/** The files of something that is kept, without their content. */
export const files = list(object({ path: string(), size: count, digest }));
export const findingCounts = object({ error: count, warning: count, info: count, hint: count });
export const pageQuery = {
  "limit?": integer({ minimum: 1, maximum: limits.page, default: limits.default_page }),
  "cursor?": string({ minLength: 1, maxLength: 1_000 }),
};
