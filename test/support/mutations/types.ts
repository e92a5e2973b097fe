/** JSON as a mutation sees it. */
// biome-ignore lint/suspicious/noExplicitAny: mutations reach into documents of any shape, and say false where one does not fit.
export type Json = any;

/** The files of a connector as data, to be changed. */
export interface Subject {
  /** The definition of either family. */
  doc: Json;
  /** `properties` of apiProperties.json. */
  properties: Json;
  /** All of apiProperties.json, where it is more than its `properties`. */
  wrapper?: Json;
  readme: string | undefined;
  /** Further files by name. */
  files: Record<string, string>;
}
/** Breaks one thing; false where the connector has nothing of the kind. */
export type Mutate = (subject: Subject) => boolean;

export interface Mutation {
  readonly rule: string;
  readonly mutate: Mutate;
  /** Errors that cannot but come along, because the same thing is wrong to them too. */
  readonly also?: readonly string[];
}

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options"];

export interface Place {
  readonly path: string;
  readonly method: string;
  readonly item: Json;
  readonly op: Json;
}
/** All operations of a definition that makers see. */
export function operations({ doc }: Subject): Place[] {
  return Object.entries<Json>(doc.paths ?? {}).flatMap(([path, item]) =>
    Object.entries<Json>(item ?? {})
      .filter(([method, op]) => METHODS.includes(method) && op && op["x-ms-visibility"] !== "internal")
      .map(([method, op]) => ({ path, method, item, op })),
  );
}
/** Changes the first operation for which the change says that it was made. */
export function operation(change: (place: Place, subject: Subject) => boolean): Mutate {
  return (subject) => operations(subject).some((place) => change(place, subject));
}
/** The first parameter that an operation writes itself and that fits. */
export function parameter(change: (parameter: Json, place: Place, subject: Subject) => boolean): Mutate {
  return operation((place, subject) =>
    (place.op.parameters ?? []).some(
      (one: Json) => one && !one.$ref && one["x-ms-visibility"] !== "internal" && change(one, place, subject),
    ),
  );
}
/** The first shared schema that fits. */
export function definition(change: (schema: Json, name: string, subject: Subject) => boolean): Mutate {
  return (subject) =>
    Object.entries<Json>(subject.doc.definitions ?? {}).some(
      ([name, schema]) => schema?.type === "object" && change(schema, name, subject),
    );
}
/** The first property of a shared schema that fits. */
export function property(change: (property: Json, name: string, schema: Json, subject: Subject) => boolean): Mutate {
  return definition((schema, _, subject) =>
    Object.entries<Json>(schema.properties ?? {}).some(
      ([name, one]) => one && !one.$ref && change(one, name, schema, subject),
    ),
  );
}
/** The first response that an operation writes itself and that fits. */
export function response(change: (response: Json, status: string, place: Place, subject: Subject) => boolean): Mutate {
  return operation((place, subject) =>
    Object.entries<Json>(place.op.responses ?? {}).some(
      ([status, one]) => one && !one.$ref && change(one, status, place, subject),
    ),
  );
}
/** Does something and says that it was done. */
export const done = (_: unknown): true => true;
/** Gives an operation another path, where it stands alone on its own. */
export function movePath({ path, item }: Place, { doc }: Subject, to: string): boolean {
  if (doc.paths[to]) return false;
  delete doc.paths[path];
  doc.paths[to] = item;
  return true;
}
