import type { Connector } from "../model/connector.ts";
import { pathOf } from "../model/schema.ts";
import { problemsOf, type SchemaProblem } from "../model/schema-check.ts";
import { own, type SchemaNode, type SchemaType } from "../model/schema-table.ts";
import { apiProperties } from "../model/schemas/apiProperties.generated.ts";
import { connector as definition } from "../model/schemas/connector.generated.ts";
import { patchbay } from "../model/schemas/patchbay.generated.ts";
import { insertMember, setValue } from "../syntax/edits.ts";
import type { Item } from "../syntax/item.ts";
import { Kind, type Scalar } from "../syntax/tree.ts";
import { type Entity, holdsEntities } from "./entities.ts";
import type { FixDraft, Report } from "./rule.ts";
import { isComplete } from "./swagger.ts";
import { nearest } from "./text.ts";
import { toType, valueKind } from "./values.ts";

/**
 * What the schema of its file does not allow in an entity. Swagger documents have none here: their structure is checked on the
 * walk over their parts.
 */
export function structureProblems(entity: Entity, { family }: Connector): readonly SchemaProblem[] {
  const { kind, item, file } = entity;
  if (file.role === "properties") return problemsOf(apiProperties.document, item);
  if (file.role === "project") return problemsOf(patchbay.document, item);
  if (family !== "definition" || kind === "file") return [];
  if (kind !== "document") {
    const schema = own(definition as Readonly<Record<string, SchemaNode>>, kind === "section" ? item.key : kind);
    return schema ? problemsOf(schema, item) : [];
  }
  const problems = [...problemsOf(definition.document, item, true)];
  for (const member of item.isObject ? item.children() : []) {
    const schema = holdsEntities(member, family) && own(definition as Readonly<Record<string, SchemaNode>>, member.key);
    if (schema) problems.push(...problemsOf(schema, member, true));
  }
  return problems;
}

/** The keys from the root to what a problem is about, a missing member included. */
export function problemPath({ item, key }: SchemaProblem): readonly string[] {
  const path = item.file.tree ? pathOf(item.file.tree, item.node) : [];
  return key === undefined ? path : [...path, key];
}

/** Whether the text around a problem is finished, so that it is no consequence of what is still being typed. */
export function isSettled({ wrong, item }: SchemaProblem): boolean {
  return isComplete(wrong === "missing" || item.node === item.file.tree?.root ? item : item.parent);
}

/** The finding for a problem: certain ones are errors, the rest are warnings. */
export function reportOf(problem: SchemaProblem): Report {
  const { wrong, item } = problem;
  const onKey = wrong === "name" || wrong === "excluded" || wrong === "missing" || item.kind === Kind.missing;
  const certain = (wrong === "type" || wrong === "value") && item.kind !== Kind.missing && !isOtherCase(problem);
  const fix = fixFor(problem);
  return {
    at: onKey ? item.keyPlace : item.place,
    message: messageOf(problem),
    severity: certain ? "error" : "warning",
    ...(fix && { fix }),
  };
}

/** Whether a word is right but for its capitals, which some readers do not mind. */
function isOtherCase({ wrong, item, schema }: SchemaProblem): boolean {
  const text = item.string?.toLowerCase();
  return wrong === "value" && (schema.enum ?? []).some((value) => String(value).toLowerCase() === text);
}

const TYPES: Readonly<Record<SchemaType, string>> = {
  object: "an object",
  array: "a list",
  string: "text",
  number: "a number",
  integer: "an integer",
  boolean: "true or false",
};
/** Patterns in words. */
const PATTERNS: Readonly<Record<string, string>> = {
  "^(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)$": "three numbers such as 1.4.0",
  "^[a-z0-9]+(-[a-z0-9]+)*$": "lower-case words joined by hyphens",
  "^https?:\\/\\/": "an absolute address such as https://api.example.com",
  "\\.(png|svg)$": "the path of a .png or .svg file",
  "^[a-z][a-z0-9_]*$": "lower-case letters, digits and underscores, with a letter first",
  "^[A-Za-z][A-Za-z0-9_]*$": "letters, digits and underscores, with a letter first",
  "^[A-Za-z_][A-Za-z0-9_.-]*$": "letters, digits, underscores, dots and hyphens, with a letter or an underscore first",
  "^\\/[^?#\\s]*$": "a path that begins with a slash, without query, fragment and blanks",
  "^\\$": "a path that begins with $",
  "^#[0-9a-fA-F]{6}$": "a colour such as #da3b01",
  "^\\d{4}-\\d{2}-\\d{2}$": "a day such as 2027-03-31",
};

/** A pattern in words. */
export function patternWords(pattern: RegExp | undefined): string {
  const source = pattern?.source ?? "";
  return own(PATTERNS, source) ?? `text of the form ${source}`;
}

/** More possible values than this are not listed. */
const MANY = 30;

function messageOf(problem: SchemaProblem): string {
  const { wrong, item, schema, key } = problem;
  const path = problemPath(problem);
  const name = subject(item, path);
  const shown = typeof item.scalar === "string" ? JSON.stringify(item.scalar) : String(item.scalar ?? "empty");
  switch (wrong) {
    case "type":
      if (item.kind === Kind.missing) return `${name} has no value; it has to be ${expected(schema)}.`;
      return `${name} has to be ${expected(schema)}, but is ${valueKind(item)}.`;
    case "value":
      if (item.isObject || item.isArray) return `${name} has to be ${expected(schema)}, but is ${valueKind(item)}.`;
      if (schema.const !== undefined) return `${name} has to be ${JSON.stringify(schema.const)}, but is ${shown}.`;
      if ((schema.enum?.length ?? 0) > MANY) {
        const meant = meantValue(item, schema);
        return `${name} is ${shown}, which is unknown.${meant === undefined ? "" : ` Did you mean ${JSON.stringify(meant)}?`}`;
      }
      return `${name} is ${shown}; possible are ${schema.tagged ? Object.keys(schema.tagged.branches).join(", ") : expected(schema)}.`;
    case "missing":
      return `${owner(path.slice(0, -1))} has no "${key}".`;
    case "unknown":
      return `${owner(path.slice(0, -1))} has no key "${item.key}".`;
    case "excluded":
      return `${owner(path.slice(0, -1))} cannot have ${(schema.without ?? []).map((one) => `"${one}"`).join(" and ")}${(schema.without?.length ?? 0) > 1 ? " together" : ""}.`;
    case "name":
      return `"${item.key}" cannot be a name in ${path.slice(0, -1).join(".") || "the file"}: names are ${patternWords(schema.names)}.`;
    case "pattern":
      return `${name} has to be ${patternWords(schema.pattern)}.`;
    case "short":
      return schema.minLength === 1 ? `${name} is empty.` : `${name} is shorter than ${schema.minLength} characters.`;
    case "long":
      return `${name} is longer than ${schema.maxLength} characters.`;
    case "low":
      return `${name} has to be at least ${schema.minimum}, but is ${shown}.`;
    case "high":
      return `${name} has to be at most ${schema.maximum}, but is ${shown}.`;
    case "few":
      return (schema.minItems ?? schema.minProperties) === 1 ? `${name} is empty.` : `${name} has too few members.`;
    case "many":
      return `${name} has more than ${schema.maxProperties} members.`;
    case "repeated":
      return `${shown} stands in ${path.slice(0, -1).join(".")} twice.`;
  }
}

/** What a value is called: by its key and what it stands in. */
function subject({ key }: Item, path: readonly string[]): string {
  const around = path.slice(0, -1).join(".");
  if (!path.length) return "The file";
  if (!key) return `An item of ${around}`;
  return around ? `"${key}" of ${around}` : `"${key}"`;
}
function owner(path: readonly string[]): string {
  return path.length ? path.join(".") : "The file";
}

/** What a schema allows, in words. */
function expected(schema: SchemaNode): string {
  const { type, enum: values, const: value, anyOf, tagged } = schema;
  if (anyOf) return anyOf.map(expected).join(" or ");
  if (tagged) return "an object";
  if (values) return [...new Set(values.map(print))].join(", ");
  return value !== undefined ? print(value) : type ? TYPES[type] : "another value";
}
function print(value: Scalar): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function fixFor({ wrong, item, schema, key }: SchemaProblem): FixDraft | undefined {
  const replace = (value: unknown): FixDraft => ({
    title: `Replace it by ${JSON.stringify(value)}`,
    edits: () => setValue(item, value),
  });
  if (wrong === "missing" && key !== undefined) {
    const value = own(schema.properties, key)?.const;
    if (value === undefined) return undefined;
    return { title: `Add ${key}: ${String(value)}`, edits: () => insertMember(item, key, value) };
  }
  if (wrong === "value") {
    const meant = meantValue(item, schema);
    return meant === undefined ? undefined : replace(meant);
  }
  if (wrong !== "type" || item.kind === Kind.missing) return undefined;
  if (schema.type === "array") {
    const value = item.scalar;
    if (value === undefined || value === null || value === "") return undefined;
    return { title: "Put it into a list", edits: () => setValue(item, [value]) };
  }
  const converted = toType(item, schema.type);
  return converted === undefined || converted === "" ? undefined : replace(converted);
}

/** The allowed value that was most likely meant; the only one, where there is only one. */
function meantValue(item: Item, { enum: values, const: value, anyOf, tagged }: SchemaNode): Scalar | undefined {
  if (value !== undefined) return value;
  const all = tagged
    ? Object.keys(tagged.branches)
    : [values ?? [], ...(anyOf ?? []).map((one) => one.enum ?? [])].flat();
  const near =
    item.isString &&
    nearest(
      item.string ?? "",
      all.filter((one) => typeof one === "string"),
    );
  return near || undefined;
}
