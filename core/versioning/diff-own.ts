import type { Shape } from "../model/shape.ts";
import type { SchemaDirection, SchemaFact } from "./diff-schema.ts";
import { differs, show } from "./facts.ts";

/**
 * Differences in what a schema says of the value in its place, and not of the values that it takes: its default and its visibility.
 * `hint` says that the value has to be given in both versions, where a default only fills the form.
 */
export function ownFacts(direction: SchemaDirection, old: Shape, now: Shape, hint = false): SchemaFact[] {
  const facts: SchemaFact[] = [];
  const [from, to] = [old.keyword("default"), now.keyword("default")];
  if (from.exists !== to.exists || differs(from, to))
    facts.push({
      aspect:
        direction === "response"
          ? "default-changed"
          : hint
            ? "default-hint-changed"
            : !from.exists
              ? "default-added"
              : !to.exists
                ? "default-removed"
                : "default-changed",
      path: [],
      old: from.exists ? from.place : old.use.keyPlace,
      new: to.exists ? to.place : now.use.keyPlace,
      ...(from.exists && { from: show(from.toData()) }),
      ...(to.exists && { to: show(to.toData()) }),
    });
  const [was, is] = [old, now].map((shape) => shape.keyword("x-ms-visibility").string?.toLowerCase() ?? "none");
  if (was !== is)
    facts.push({
      aspect: is === "internal" ? "hidden" : was === "internal" ? "unhidden" : "visibility-changed",
      path: [],
      old: old.use.keyPlace,
      new: now.use.keyPlace,
      from: was ?? "none",
      to: is ?? "none",
    });
  return facts;
}
