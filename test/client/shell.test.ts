import { describe, expect, it, vi } from "vitest";
import { baselineCache, type Kept } from "../../client/shell/baseline.ts";
import { Cancelled, explain, hostOf, Sentence } from "../../client/shell/errors.ts";
import { runSteps } from "../../client/shell/flow.ts";
import { Back } from "../../client/shell/ports.ts";
import { connectRegistry } from "../../client/shell/registry.ts";
import { slugOf } from "../../client/shell/templates.ts";
import { RegistryError } from "../../core/api/problems.ts";
import { entry, stage } from "./support.ts";

describe("steps", () => {
  it("go back to the last one that asked, over those that are passed over", async () => {
    const seen: string[] = [];
    let first = true;
    await runSteps({}, [
      { ask: async (_, { step, steps, back }) => void seen.push(`a ${step}/${steps} ${back}`) },
      { skip: () => true, ask: async () => void seen.push("never") },
      {
        async ask(_, { back }) {
          seen.push(`c ${back}`);
          if (!first) return;
          first = false;
          throw new Back();
        },
      },
    ]);
    expect(seen).toEqual(["a 1/2 false", "c true", "a 1/2 false", "c true"]);
  });

  it("end when a prompt is closed", async () => {
    const later = vi.fn();
    await expect(
      runSteps({}, [{ ask: async () => Promise.reject(new Cancelled()) }, { ask: later }]),
    ).rejects.toBeInstanceOf(Cancelled);
    expect(later).not.toHaveBeenCalled();
  });
});

describe("errors", () => {
  const registry = (code: RegistryError["code"], message = "It says so.") =>
    explain(new RegistryError(code, 400, message, "http://localhost:4870"));

  it("become sentences with something to do", () => {
    expect(registry("unreachable").message).toBe("Registry at localhost:4870 does not answer.");
    expect(registry("unreachable").remedies.map(({ title }) => title)).toEqual([
      "Start Local Registry",
      "Change Address",
    ]);
    expect(registry("unexpected").message).toBe("What answers at localhost:4870 is no registry.");
    expect(registry("unauthenticated").remedies[0]?.command).toBe("patchbay.signIn");
    expect(registry("version-exists", "1.4.0 exists already.").message).toBe("1.4.0 exists already.");
    expect(explain(new Error("spawn ENOENT")).message).toBe("That did not work: spawn ENOENT.");
    const own = new Sentence("Own words.");
    expect(explain(own)).toBe(own);
    expect(hostOf("nonsense")).toBe("nonsense");
  });
});

/** What was kept, in memory. */
function keeping(): Kept & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    read: async (name) => texts.get(name),
    write: async (name, text) => {
      texts.set(name, text);
    },
  };
}
const nothingKept: Kept = { read: async () => undefined, write: async () => {} };
const now = (): Date => new Date("2026-03-02T10:00:00Z");

describe("the baseline", () => {
  it("is asked for once, and again after it was forgotten", async () => {
    const { context } = stage({
      published: [entry()],
      versions: [{ version: "1.4.0", publishedAt: "2026-01-01T00:00:00Z", notes: "" }],
    });
    const connect = vi.spyOn(context.registry, "connect");
    const cache = baselineCache(context.registry, nothingKept, now);
    const [one, two] = await Promise.all([
      cache.get("tide-tables", "published"),
      cache.get("tide-tables", "published"),
    ]);
    expect(one).toBe(two);
    expect(one).toMatchObject({
      connector: "harbour/tide-tables",
      version: "1.4.0",
      published_at: "2026-01-01T00:00:00Z",
    });
    expect(connect).toHaveBeenCalledTimes(1);
    cache.clear();
    await cache.get("tide-tables", "published");
    expect(connect).toHaveBeenCalledTimes(2);
    expect(await cache.get("unknown", "published")).toBeNull();
    expect(await cache.get("", "published")).toBeNull();
  });

  it("that failed is asked for again", async () => {
    const { context } = stage({ published: [entry()] });
    const connect = vi.spyOn(context.registry, "connect").mockRejectedValueOnce(new Error("down"));
    const cache = baselineCache(context.registry, nothingKept, now);
    await expect(cache.get("tide-tables", "published")).rejects.toThrow("down");
    expect(await cache.get("tide-tables", "published")).not.toBeNull();
    expect(connect).toHaveBeenCalledTimes(2);
  });
});

describe("the baseline of several versions", () => {
  const versions = [
    { version: "1.4.0", publishedAt: "2026-01-01T00:00:00Z", notes: "", enterprises: 3 },
    { version: "1.3.0", publishedAt: "2025-12-01T00:00:00Z", notes: "", enterprises: 0 },
    { version: "1.2.0", publishedAt: "2025-11-01T00:00:00Z", notes: "", enterprises: 1 },
  ];
  it.each([
    ["published", []],
    ["in-use", ["1.2.0"]],
    ["all", ["1.3.0", "1.2.0"]],
  ] as const)("%s", async (which, others) => {
    const { context } = stage({ published: [entry()], versions });
    const cache = baselineCache(context.registry, nothingKept, now);
    const answer = await cache.get("tide-tables", which);
    expect(answer?.version).toBe("1.4.0");
    expect(answer?.others?.map(({ version }) => version)).toEqual(others);
  });
});

describe("a registry that cannot be reached", () => {
  it("is answered for by what it last said, with the day", async () => {
    const { context } = stage({ published: [entry()] });
    const kept = keeping();
    await baselineCache(context.registry, kept, now).get("tide-tables", "published");
    const gone = new RegistryError("unreachable", 0, "It does not answer.", "http://localhost:1");
    const connect = vi.spyOn(context.registry, "connect").mockRejectedValue(gone);
    const cache = baselineCache(context.registry, kept, now);
    expect(await cache.get("tide-tables", "published")).toMatchObject({ version: "1.4.0", as_of: "2026-03-02" });
    expect(kept.texts.size).toBe(1);
    // It is asked again, because it may be back.
    await cache.get("tide-tables", "published");
    expect(connect).toHaveBeenCalledTimes(2);
    await expect(cache.get("another", "published")).rejects.toThrow("does not answer");
  });
  it("is not answered for by half a file", async () => {
    const { context } = stage({ published: [entry()] });
    const gone = new RegistryError("unreachable", 0, "It does not answer.", "http://localhost:1");
    vi.spyOn(context.registry, "connect").mockRejectedValue(gone);
    const cache = baselineCache(context.registry, { ...nothingKept, read: async () => '{"version": "1.' }, now);
    await expect(cache.get("tide-tables", "published")).rejects.toThrow("does not answer");
  });
});

describe("the registry's client", () => {
  it("sends the token, and days without calls count as zero", async () => {
    const asked: [string, string | undefined][] = [];
    const client = connectRegistry({ name: "R", url: "http://localhost:1" }, "secret", async (url, { headers }) => {
      asked.push([url, headers.authorization]);
      const body = {
        by_day: [
          { day: "2026-02-26", version: "1.0.0", calls: 2 },
          { day: "2026-03-01", version: "1.0.0", calls: 1 },
          { day: "2026-03-01", version: "1.1.0", calls: 3 },
        ],
        by_version: [{ version: "1.0.0", enterprises: 0, active_connections: 0, calls_30_days: 0 }],
        by_operation: [],
      };
      return { status: 200, headers: { get: () => null }, text: async () => JSON.stringify(body) };
    });
    const usage = await client.usage("harbour/tide-tables");
    expect(usage.daily).toEqual([2, 0, 0, 4]);
    expect(usage.versions).toEqual([]);
    expect(asked).toEqual([["http://localhost:1/api/v1/connectors/harbour/tide-tables/usage", "Bearer secret"]]);
  });
});

it.each([
  ["Harbour Weather (EU)", "harbour-weather-eu"],
  ["  Éclair & Co. ", "eclair-co"],
  ["!!!", ""],
])("the slug of %s is %s", (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
