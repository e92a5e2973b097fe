/** Rewrites of a swagger document that change nothing for callers; each gives new data and leaves the old alone. */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Document = { [key: string]: Json };

const clone = (document: Document): Document => JSON.parse(JSON.stringify(document)) as Document;
const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every object of the document, the deepest last. */
function* objects(value: Json): Generator<{ [key: string]: Json }> {
  if (Array.isArray(value)) for (const item of value) yield* objects(item);
  else if (isObject(value)) {
    yield value;
    for (const item of Object.values(value)) yield* objects(item);
  }
}

/** Keys of every object in reverse order. */
export function reorderKeys(document: Document): Document {
  const turn = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(turn);
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, item]) => [key, turn(item)]),
    );
  };
  return turn(document) as Document;
}

/** Lists that are sets, in reverse order. */
export function reorderSets(document: Document): Document {
  const copy = clone(document);
  for (const object of objects(copy)) {
    for (const key of ["required", "enum", "tags", "consumes", "produces", "schemes", "security", "parameters"]) {
      const list = object[key];
      if (Array.isArray(list)) object[key] = [...list].reverse();
    }
  }
  return copy;
}

/** Every definition under another name, with all references to it. */
export function renameDefinitions(document: Document): Document {
  if (!isObject(document.definitions)) return document;
  const escaped = (name: string): string => name.replace(/~/g, "~0").replace(/\//g, "~1");
  const copy = clone(document);
  const names = Object.keys(copy.definitions as object);
  copy.definitions = Object.fromEntries(
    Object.entries(copy.definitions as { [key: string]: Json }).map(([name, value]) => [`Renamed${name}`, value]),
  );
  const targets = new Map(
    names.map((name) => [`#/definitions/${escaped(name)}`, `#/definitions/${escaped(`Renamed${name}`)}`]),
  );
  for (const object of objects(copy)) {
    const reference = object.$ref;
    if (typeof reference === "string" && targets.has(reference)) object.$ref = targets.get(reference) as string;
  }
  return copy;
}

/** Every inline response schema moved into a definition. */
export function extractSchemas(document: Document): Document {
  const copy = clone(document);
  const definitions = isObject(copy.definitions) ? copy.definitions : {};
  let count = 0;
  for (const item of Object.values(isObject(copy.paths) ? copy.paths : {})) {
    for (const operation of Object.values(isObject(item) ? item : {})) {
      for (const response of Object.values(
        isObject(operation) && isObject(operation.responses) ? operation.responses : {},
      )) {
        if (!isObject(response) || !isObject(response.schema) || "$ref" in response.schema) continue;
        const name = `Extracted${count++}`;
        definitions[name] = response.schema;
        response.schema = { $ref: `#/definitions/${name}` };
      }
    }
  }
  if (count) copy.definitions = definitions;
  return copy;
}

/** Parameters of path items moved down into each of their operations. */
export function lowerParameters(document: Document): Document {
  const copy = clone(document);
  for (const item of Object.values(isObject(copy.paths) ? copy.paths : {})) {
    if (!isObject(item) || !Array.isArray(item.parameters)) continue;
    const shared = item.parameters;
    delete item.parameters;
    for (const [key, operation] of Object.entries(item)) {
      if (!isObject(operation) || !/^(?:get|put|post|delete|patch|head|options)$/.test(key)) continue;
      const own = Array.isArray(operation.parameters) ? operation.parameters : [];
      const named = (parameter: Json): string =>
        isObject(parameter) ? `${String(parameter.in)} ${String(parameter.name)}` : "";
      const taken = new Set(own.map(named));
      operation.parameters = [
        ...own,
        ...shared.filter((parameter) => (isObject(parameter) && "$ref" in parameter) || !taken.has(named(parameter))),
      ];
    }
  }
  return copy;
}

/** Media types and security of the document written at every operation. */
export function lowerInherited(document: Document): Document {
  const copy = clone(document);
  for (const key of ["consumes", "produces", "security"]) {
    const shared = copy[key];
    if (shared === undefined) continue;
    for (const item of Object.values(isObject(copy.paths) ? copy.paths : {})) {
      for (const [method, operation] of Object.entries(isObject(item) ? item : {})) {
        if (
          isObject(operation) &&
          /^(?:get|put|post|delete|patch|head|options)$/.test(method) &&
          operation[key] === undefined
        )
          operation[key] = shared;
      }
    }
    delete copy[key];
  }
  return copy;
}

/** The base path moved into every path. */
export function joinBasePath(document: Document): Document {
  const base = typeof document.basePath === "string" ? document.basePath.replace(/\/+$/, "") : "";
  if (!base || !isObject(document.paths)) return document;
  const copy = clone(document);
  delete copy.basePath;
  copy.paths = Object.fromEntries(
    Object.entries(copy.paths as { [key: string]: Json }).map(([path, item]) => [base + path, item]),
  );
  return copy;
}

/** Every definition that refers to no other one written in place, wherever nothing stands beside the reference. */
export function inlineDefinitions(document: Document): Document {
  const copy = clone(document);
  const plain = new Map<string, Json>();
  for (const [name, value] of Object.entries(isObject(copy.definitions) ? copy.definitions : {})) {
    const text = JSON.stringify(value);
    // What a discriminator tells apart is known by its name, so it has to keep it.
    if (!text.includes('"$ref"') && !text.includes('"discriminator"')) plain.set(`#/definitions/${name}`, value);
  }
  const replace = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(replace);
    if (!isObject(value)) return value;
    const { $ref: reference } = value;
    if (typeof reference === "string" && Object.keys(value).length === 1 && plain.has(reference))
      return clone({ value: plain.get(reference) as Json }).value as Json;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]));
  };
  return replace(copy) as Document;
}

/** Parameters and responses of operations moved to the shared ones, and referred to. */
export function extractParameters(document: Document): Document {
  const copy = clone(document);
  const parameters = isObject(copy.parameters) ? copy.parameters : {};
  const responses = isObject(copy.responses) ? copy.responses : {};
  let count = 0;
  const share = (shared: { [key: string]: Json }, kind: string, value: Json): Json => {
    if (!isObject(value) || "$ref" in value) return value;
    const name = `Extracted${count++}`;
    shared[name] = value;
    return { $ref: `#/${kind}/${name}` };
  };
  for (const item of Object.values(isObject(copy.paths) ? copy.paths : {})) {
    for (const operation of Object.values(isObject(item) ? item : {})) {
      if (!isObject(operation)) continue;
      if (Array.isArray(operation.parameters))
        operation.parameters = operation.parameters.map((each) => share(parameters, "parameters", each));
      if (isObject(operation.responses))
        operation.responses = Object.fromEntries(
          Object.entries(operation.responses).map(([status, each]) => [status, share(responses, "responses", each)]),
        );
    }
  }
  if (Object.keys(parameters).length) copy.parameters = parameters;
  if (Object.keys(responses).length) copy.responses = responses;
  return copy;
}

/** A document from which something was taken, chosen by `below`: a member of any object below its paths or definitions. */
export function takeAway(document: Document, below: (limit: number) => number): Document {
  const copy = clone(document);
  const from = [copy.paths, copy.definitions].filter(isObject);
  const places = from.flatMap((part) => [...objects(part)]).filter((object) => Object.keys(object).length);
  const place = places[below(Math.max(1, places.length))];
  const keys = Object.keys(place ?? {});
  if (place) delete place[keys[below(keys.length)] as string];
  return copy;
}
