import type { Operation, Response } from "../model/connector.ts";
import type { Item } from "../syntax/item.ts";
import type { SchemaFact } from "./diff-schema.ts";
import { canonical, changedExtensions, differs, type Fact, type Sink } from "./facts.ts";
import type { SchemaDiffer } from "./schema-differ.ts";

/** Compares what an operation gives: responses with their schemas and headers, and the content of notifications. */
export function diffOutputs(
  before: Operation,
  after: Operation,
  differ: SchemaDiffer,
  alike: boolean,
  sink: Sink,
): void {
  const old = new Map(before.responses.map((response) => [response.status, response]));
  const now = new Map(after.responses.map((response) => [response.status, response]));
  if (!alike && narrowedDefault(before, after, differ, sink)) {
    old.delete("default");
    for (const response of after.responses) if (response.success) now.delete(response.status);
  }
  for (const [status, response] of old) {
    const match = now.get(status);
    // What is written alike, and refers to nothing that differs, does not differ.
    if (alike && match && differ.unchanged.reaches(response.use)) continue;
    if (match) diffResponse(response, match, after, differ, alike && response.use.node === response.item.node, sink);
    else
      sink({
        ...subject(response, after),
        kind: response.success ? "response.success-removed" : "response.error-removed",
        old: response.use.keyPlace,
        new: responsesPlace(after),
      });
  }
  for (const [status, response] of now) {
    if (!old.has(status))
      sink({
        ...subject(response, after),
        kind: response.success ? "response.success-added" : "response.error-added",
        new: response.use.keyPlace,
      });
  }
  diffNotification(before, after, differ, sink);
}

function subject(response: Response, operation: Operation): Omit<Fact, "kind"> {
  return {
    entity: `response ${response.status} of ${operation.id}`,
    operation,
    valuePath: `operation/${operation.id}/responses/${response.status}`,
  };
}
function responsesPlace(operation: Operation) {
  const responses = operation.item.get("responses");
  const single = operation.item.get("response");
  return responses.exists ? responses.keyPlace : single.exists ? single.keyPlace : operation.idItem.keyPlace;
}

/** Only `default` before, and now a 2xx with the same schema: callers were told more, and lost nothing. */
function narrowedDefault(before: Operation, after: Operation, differ: SchemaDiffer, sink: Sink): boolean {
  const fallback = before.responses.find((response) => response.status === "default" && response.success);
  const success = after.responses.filter((response) => response.success && response.status !== "default");
  const first = success[0];
  if (
    !fallback ||
    before.responses.some((response) => response.success && response !== fallback) ||
    success.length !== 1 ||
    !first
  )
    return false;
  // What described nothing can be described in any way; what described something has to be described alike.
  const described = fallback.schema.children().length > 0;
  if (described && (!first.schema.exists || differ.compare(fallback.schema, first.schema).some(isContract)))
    return false;
  if (!described && first.schema.children().length)
    sink({
      ...subject(first, after),
      kind: "response.schema-added",
      old: fallback.use.keyPlace,
      new: first.schema.keyPlace,
    });
  sink({
    ...subject(first, after),
    kind: "response.default-narrowed",
    old: fallback.use.keyPlace,
    new: first.use.keyPlace,
  });
  return true;
}

/** `alike` says that all but what their schemas refer to is written alike. */
function diffResponse(
  before: Response,
  after: Response,
  operation: Operation,
  differ: SchemaDiffer,
  alike: boolean,
  sink: Sink,
): void {
  if (!alike && before.success === after.success && differ.unchanged.same(before.use, after.use)) return;
  const base = subject(after, operation);
  if (
    !alike &&
    (differs(before.description, after.description) || differs(before.item.get("examples"), after.item.get("examples")))
  )
    sink({
      ...base,
      kind: "response.description-changed",
      old: at(before.description, before),
      new: at(after.description, after),
    });
  if (!alike) {
    if (differs(before.item.get("x-ms-summary"), after.item.get("x-ms-summary")))
      sink({
        ...base,
        kind: "response.description-changed",
        old: at(before.item.get("x-ms-summary"), before),
        new: at(after.item.get("x-ms-summary"), after),
      });
    for (const name of changedExtensions(before.item, after.item))
      sink({
        ...base,
        kind: "extension.changed",
        entity: `${name} of ${base.entity}`,
        old: at(before.item.get(name), before),
        new: at(after.item.get(name), after),
      });
  }
  if (!before.success && !after.success) return diffError(before, after, base, operation, differ, alike, sink);
  if (!alike) diffHeaders(before, after, base, sink);
  // A 204 has no body, whatever is written about it.
  if (after.status === "204") return;
  if (before.schema.exists && after.schema.exists) {
    for (const fact of differ.compareWhole(before.schema, after.schema))
      sink(responseFact(fact, operation, after.status));
  } else if (after.schema.exists)
    sink({ ...base, kind: "response.schema-added", old: before.use.keyPlace, new: after.schema.keyPlace });
  else if (before.schema.exists)
    sink({ ...base, kind: "response.schema-removed", old: before.schema.keyPlace, new: after.use.keyPlace });
}
function at(item: Item, response: Response) {
  return item.exists ? item.place : response.use.keyPlace;
}

/** Callers rarely bind to the fields of an error: everything but text within one is a single fact. */
function diffError(
  before: Response,
  after: Response,
  base: Omit<Fact, "kind">,
  operation: Operation,
  differ: SchemaDiffer,
  alike: boolean,
  sink: Sink,
): void {
  const facts = before.schema.exists && after.schema.exists ? differ.compare(before.schema, after.schema) : [];
  const contract = facts.find((fact) => isContract(fact) && fact.aspect !== "extension-changed");
  const headers = !alike && canonical(headerContract(before)) !== canonical(headerContract(after));
  if (contract || headers || before.schema.exists !== after.schema.exists)
    sink({
      ...base,
      kind: "response.error-schema-changed",
      old: contract?.old ?? before.use.keyPlace,
      new: contract?.new ?? (after.schema.exists ? after.schema.keyPlace : after.use.keyPlace),
    });
  for (const fact of facts)
    if (fact.aspect === "description-changed") sink(responseFact(fact, operation, after.status));
}
const ABOUT: ReadonlySet<string> = new Set(["description-changed", "external-docs-changed", "type-written"]);
/** Whether a fact says more than that something is written in other words. */
function isContract({ aspect }: SchemaFact): boolean {
  return !ABOUT.has(aspect);
}
function headerContract(response: Response): unknown {
  return response.item
    .get("headers")
    .children()
    .map((header) => [header.key.toLowerCase(), header.get("type").string, header.get("format").string])
    .sort();
}

function diffHeaders(before: Response, after: Response, base: Omit<Fact, "kind">, sink: Sink): void {
  const old = new Map(
    before.item
      .get("headers")
      .children()
      .map((header) => [header.key.toLowerCase(), header]),
  );
  const now = new Map(
    after.item
      .get("headers")
      .children()
      .map((header) => [header.key.toLowerCase(), header]),
  );
  for (const [name, header] of old) {
    const match = now.get(name);
    if (!match)
      sink({
        ...base,
        kind: "response-header.removed",
        entity: `header ${header.key} of ${base.entity}`,
        old: header.keyPlace,
        new: after.use.keyPlace,
      });
    else if (
      header.get("type").string !== match.get("type").string ||
      header.get("format").string !== match.get("format").string
    )
      sink({
        ...base,
        kind: "response-header.type-changed",
        entity: `header ${header.key} of ${base.entity}`,
        old: header.keyPlace,
        new: match.keyPlace,
      });
    else if (differs(header, match))
      sink({ ...base, kind: "response.description-changed", old: header.keyPlace, new: match.keyPlace });
  }
  for (const [name, header] of now)
    if (!old.has(name))
      sink({
        ...base,
        kind: "response-header.added",
        entity: `header ${header.key} of ${base.entity}`,
        new: header.keyPlace,
      });
}

/** What a webhook sends is read like a response, by the steps that follow the trigger. */
function diffNotification(before: Operation, after: Operation, differ: SchemaDiffer, sink: Sink): void {
  const old = before.notification;
  const now = after.notification;
  const base = {
    entity: `notification of ${after.id}`,
    operation: after,
    valuePath: `operation/${after.id}/responses/x-ms-notification-content`,
  };
  // What counts is the schema: a content without one describes nothing.
  const [described, describes] = [old.get("schema").exists, now.get("schema").exists];
  if (old.exists !== now.exists ? old.exists : described && !describes)
    sink({
      ...base,
      kind: "trigger.notification-content-removed",
      old: old.keyPlace,
      new: now.exists ? now.keyPlace : after.idItem.keyPlace,
    });
  else if (old.exists !== now.exists || (!described && describes))
    sink({
      ...base,
      kind: "trigger.notification-content-added",
      ...(old.exists && { old: old.keyPlace }),
      new: now.keyPlace,
    });
  else if (old.get("schema").exists && now.get("schema").exists)
    for (const fact of differ.compareWhole(old.get("schema"), now.get("schema")))
      sink(responseFact(fact, after, "x-ms-notification-content"));
  if (old.exists && now.exists && old.get("description").string !== now.get("description").string)
    sink({
      ...base,
      kind: "response.description-changed",
      old: old.get("description").exists ? old.get("description").place : old.keyPlace,
      new: now.get("description").exists ? now.get("description").place : now.keyPlace,
    });
  if (!old.exists || !now.exists) return;
  const names = new Set([...old.children(), ...now.children()].map(({ key }) => key));
  for (const name of names)
    if (name !== "schema" && name !== "description" && differs(old.get(name), now.get(name)))
      sink({
        ...base,
        kind: "extension.changed",
        entity: `${name} of ${base.entity}`,
        old: old.get(name).exists ? old.get(name).keyPlace : old.keyPlace,
        new: now.get(name).exists ? now.get(name).keyPlace : now.keyPlace,
      });
}

/** A fact of a response's schema in the words of the operation. */
function responseFact(fact: SchemaFact, operation: Operation, status: string): Fact {
  if (fact.aspect === "extension-changed")
    return {
      kind: "extension.changed",
      entity: `${fact.to} of ${operation.id}`,
      operation,
      ...(fact.old && { old: fact.old }),
      ...(fact.new && { new: fact.new }),
    };
  const name = fact.path.join(".");
  const tail = /type-/.test(fact.aspect) ? "/type" : /format-/.test(fact.aspect) ? "/format" : "";
  return {
    kind: `response-property.${fact.aspect}`,
    entity: name ? `output ${name} of ${operation.id}` : `response ${status} of ${operation.id}`,
    operation,
    valuePath: `operation/${operation.id}/responses/${status}/schema${fact.path.map((step) => `/${step}`).join("")}${tail}`,
    ...(fact.old && { old: fact.old }),
    ...(fact.new && { new: fact.new }),
    ...(fact.from !== undefined && { from: fact.from }),
    ...(fact.to !== undefined && { to: fact.to }),
    ...(fact.required !== undefined && { required: fact.required }),
  };
}
