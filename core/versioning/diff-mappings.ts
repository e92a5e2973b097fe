import type { Connector, MappingField } from "../model/connector.ts";
import { differs, type Sink } from "./facts.ts";
import { deliveredType, otherValues } from "./mapping-types.ts";

/** A field of a mapping is known by its domain and its target; its source may change in a patch. */
export function diffMappings(before: Connector, after: Connector, sink: Sink): void {
  const collect = (connector: Connector): Map<string, MappingField> => {
    const map = new Map<string, MappingField>();
    for (const mapping of connector.mappings)
      for (const field of mapping.fields) map.set(`${mapping.domain.string ?? ""}.${field.target}`, field);
    return map;
  };
  const [old, now] = [collect(before), collect(after)];
  const container = after.root.get("field_mappings");
  for (const [name, field] of old) {
    const match = now.get(name);
    if (!match) {
      const set = after.mappings.find((mapping) => mapping.domain.string === field.mapping.domain.string);
      sink({
        kind: "mapping.removed",
        entity: `mapping of ${name}`,
        old: field.item.keyPlace,
        new: set ? set.item.keyPlace : container.exists ? container.keyPlace : after.root.keyPlace,
      });
    } else diffField(name, [field, deliveredType(field, before)], [match, deliveredType(match, after)], sink);
  }
  for (const [name, field] of now)
    if (!old.has(name)) sink({ kind: "mapping.added", entity: `mapping of ${name}`, new: field.item.keyPlace });
}

/** A field of a mapping, and the type of the values that it delivers. */
type Delivered = readonly [MappingField, string | undefined];

function diffField(name: string, [old, was]: Delivered, [now, is]: Delivered, sink: Sink): void {
  const base = { entity: `mapping of ${name}`, old: old.item.keyPlace, new: now.item.keyPlace };
  const moved = old.source.string !== now.source.string;
  if (moved)
    sink({ ...base, kind: "mapping.source-changed", from: old.source.string ?? "", to: now.source.string ?? "" });
  if ((moved || differs(old.transform, now.transform)) && was && is && otherValues(now, was, is))
    sink({ ...base, kind: "mapping.target-type-changed", from: was, to: is });
  if (old.direction !== now.direction)
    sink({
      ...base,
      kind: now.direction === "both" ? "mapping.direction-added" : "mapping.direction-changed",
      from: old.direction,
      to: now.direction,
    });
  const [before, after] = [old.transform.get("values"), now.transform.get("values")];
  if (before.exists || after.exists) {
    const had = new Set(before.children().map((entry) => entry.key));
    const has = new Set(after.children().map((entry) => entry.key));
    if ([...had].some((key) => !has.has(key))) sink({ ...base, kind: "mapping.value-removed" });
    if ([...has].some((key) => !had.has(key))) sink({ ...base, kind: "mapping.value-added" });
    if (before.children().some((entry) => has.has(entry.key) && differs(entry, after.get(entry.key))))
      sink({ ...base, kind: "mapping.transform-changed" });
  } else if (differs(old.transform, now.transform)) sink({ ...base, kind: "mapping.transform-changed" });
}

/** Operations by the domains that their records are mapped to. */
function mapped(connector: Connector): Map<string, Set<string>> {
  const byDomain = new Map<string, Set<string>>();
  for (const { domain, operations } of connector.mappings) {
    const name = domain.string ?? "";
    byDomain.set(name, new Set([...(byDomain.get(name) ?? []), ...operations.strings()]));
  }
  return byDomain;
}

/** Whose records are mapped, and where an operation has them. Of operations that came or went that is said already. */
export function diffRecords(before: Connector, after: Connector, sink: Sink): void {
  const [old, now] = [mapped(before), mapped(after)];
  const both = (id: string): boolean => before.operation(id) !== undefined && after.operation(id) !== undefined;
  const setOf = (connector: Connector, domain: string) =>
    connector.mappings.find((mapping) => mapping.domain.string === domain)?.item.keyPlace;
  for (const [domain, operations] of now) {
    const had = old.get(domain);
    if (!had) continue;
    const at = { old: setOf(before, domain), new: setOf(after, domain) };
    const places = { ...(at.old && { old: at.old }), ...(at.new && { new: at.new }) };
    for (const id of had)
      if (!operations.has(id) && both(id))
        sink({ kind: "mapping.removed", entity: `mapping of ${domain} for ${id}`, ...places });
    for (const id of operations) {
      if (!both(id)) continue;
      if (!had.has(id)) sink({ kind: "mapping.added", entity: `mapping of ${domain} for ${id}`, ...places });
      else diffPlaceOfRecords(id, before, after, sink);
    }
  }
}

function diffPlaceOfRecords(id: string, before: Connector, after: Connector, sink: Sink): void {
  for (const [part, key] of [
    ["response", "records"],
    ["body", "record"],
  ] as const) {
    const [from, to] = [before, after].map((connector) => connector.operation(id)?.item.get(part).get(key));
    if (!from || !to || (from.string ?? "$") === (to.string ?? "$")) continue;
    sink({
      kind: "mapping.source-changed",
      entity: `mapping of records of ${id}`,
      old: from.exists ? from.place : from.parent.keyPlace,
      new: to.exists ? to.place : to.parent.keyPlace,
      from: from.string ?? "$",
      to: to.string ?? "$",
    });
  }
}
