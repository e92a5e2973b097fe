import type { Fact, Sink } from "./facts.ts";

/** A fact that only repeats what another one says, because one edit makes both. */
interface Echo {
  /** Kinds of fact that are left out … */
  readonly echoes: readonly string[];
  /** … where one of these is found of the same thing, of the same operation, or of what the thing is part of. */
  readonly of: readonly string[];
  readonly same: "entity" | "operation" | "part";
  /** Which of them, if not all. */
  readonly when?: (echo: Fact) => boolean;
  readonly reason: string;
}

/**
 * One edit gives one change. Every fact that is left out for the sake of another is listed here and nowhere else. (What stands below
 * something that was added, removed or given another type is no echo: it has nothing to be compared with.)
 */
export const echoes: readonly Echo[] = [
  {
    echoes: ["auth-scheme.authorization-url-changed", "auth-scheme.token-url-changed"],
    of: ["auth-scheme.flow-changed"],
    same: "entity",
    reason: "Another flow has other addresses by nature.",
  },
  {
    echoes: ["server.scheme-added"],
    of: ["server.scheme-insecure-removed"],
    same: "entity",
    when: ({ to }) => to === "https",
    reason: "From http to https is one step.",
  },
  {
    echoes: ["resilience.retry-changed"],
    of: ["resilience.retry-unsafe-enabled"],
    same: "entity",
    reason: "That something may be carried out twice now is the news about its retries.",
  },
  {
    echoes: ["mapping.source-changed", "mapping.transform-changed", "mapping.value-removed", "mapping.value-added"],
    of: ["mapping.target-type-changed"],
    same: "entity",
    reason: "Values of another type come from another place or another transform by nature.",
  },
  {
    echoes: ["extension.changed"],
    of: ["operation.deprecated", "operation.undeprecated"],
    same: "operation",
    when: ({ entity }) => entity.startsWith("x-sunset "),
    reason: "The day until which an operation stays is part of its deprecation.",
  },
  {
    echoes: ["extension.changed"],
    of: ["auth-scheme.identity-provider-changed", "connection-parameter.type-changed"],
    same: "part",
    reason: "Another provider, or another kind of value, has other settings by nature.",
  },
];

const byKind = new Map<string, Echo[]>();
for (const echo of echoes) for (const kind of echo.echoes) byKind.set(kind, [...(byKind.get(kind) ?? []), echo]);

/** Hands on what a piece of a comparison finds, without echoes. */
export function withoutEchoes(find: (sink: Sink) => void): (sink: Sink) => void {
  return (sink) => {
    const facts: Fact[] = [];
    find((fact) => facts.push(fact));
    for (const fact of facts) if (!isEcho(fact, facts)) sink(fact);
  };
}

function isEcho(fact: Fact, facts: readonly Fact[]): boolean {
  return (byKind.get(fact.kind) ?? []).some(
    ({ of, same, when }) =>
      (!when || when(fact)) &&
      facts.some(
        (other) =>
          of.includes(other.kind) &&
          (same === "part" ? fact.entity.endsWith(` of ${other.entity}`) : other[same] === fact[same]),
      ),
  );
}
