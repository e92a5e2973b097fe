import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64, encodeBase64 } from "../../core/api/base64.ts";
import { createClient, type Fetch, wireFiles } from "../../core/api/client.ts";
import { digestText, manifest, versionDigest } from "../../core/api/digest.ts";
import { apiMarkdown, openApi } from "../../core/api/openapi.ts";
import { problems } from "../../core/api/problems.ts";
import { pathOf, problemsOf, routeNames, routes } from "../../core/api/routes.ts";
import { productVersion } from "../../core/api/version.ts";
import { authority } from "../../core/lifecycle/authority.ts";
import { refusal } from "./support.ts";

describe("the table of routes", () => {
  it("has one route for every method and path", () => {
    const addresses = routeNames.map((name) => `${routes[name].method} ${routes[name].path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it("says for every route who may call it", () => {
    for (const name of routeNames) {
      const { access, permissions } = routes[name];
      if (["public", "token", "usage:write"].includes(access)) expect(permissions, name).toBeUndefined();
      else expect(permissions?.length, name).toBeGreaterThan(0);
    }
    const used = new Set(routeNames.flatMap((name) => routes[name].permissions ?? []));
    const unused = Object.keys(authority).filter((permission) => !used.has(permission as keyof typeof authority));
    expect(unused).toEqual([]);
  });

  it("uses every problem", () => {
    const used = new Set(routeNames.flatMap((name) => problemsOf(routes[name])));
    const unused = Object.keys(problems).filter((code) => !used.has(code as keyof typeof problems));
    expect(unused).toEqual(["method-not-allowed", "internal"]);
  });

  it("escapes what stands in addresses", () => {
    expect(pathOf(routes.getConnector, { namespace: "a/b", slug: "?#" })).toBe("/api/v1/connectors/a%2Fb/%3F%23");
  });

  it("carries the version of the product", () => {
    const product = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    expect(productVersion).toBe(JSON.parse(product).version);
  });
});

describe("documents", () => {
  it("describe every route as OpenAPI 3.1, with references that lead somewhere", () => {
    const document = openApi() as {
      openapi: string;
      paths: Record<string, Record<string, { operationId: string }>>;
      components: { schemas: object };
    };
    expect(document.openapi).toBe("3.1.0");
    const operations = Object.values(document.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    );
    expect(operations.sort()).toEqual([...routeNames].sort());
    for (const [, name] of JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(document.components.schemas).toHaveProperty(name!);
  });

  it("list every route, permission and problem in the page", () => {
    const page = apiMarkdown();
    for (const name of routeNames) expect(page).toContain(`\`${routes[name].method} ${routes[name].path}`);
    for (const code of Object.keys(problems)) expect(page).toContain(`| \`${code}\` |`);
    for (const { words } of Object.values(authority)) expect(page).toContain(`| ${words} |`);
  });
});

describe("the client", () => {
  const answering =
    (status: number, body: string): Fetch =>
    async () => ({ status, headers: { get: () => null }, text: async () => body });
  const client = (fetch: Fetch) => createClient({ baseUrl: "http://registry.example/", token: "t", fetch });

  it("says which registry does not answer, and why", async () => {
    const error = await refusal(
      client(async () => {
        throw new TypeError("fetch failed", { cause: Object.assign(new Error("no"), { code: "ECONNREFUSED" }) });
      }).whoami(),
    );
    expect(error).toMatchObject({ code: "unreachable", status: 0, baseUrl: "http://registry.example" });
    expect(error.message).toBe(
      "The registry at http://registry.example does not answer (ECONNREFUSED). Start it, or check its address.",
    );
  });

  it.each([
    [200, "<html>"],
    [404, "<html>"],
    [502, ""],
    [500, "null"],
    [400, '{"type":"about:blank","detail":"No."}'],
    [400, '{"type":"urn:patchbay:problem:unheard-of","detail":"No."}'],
  ])("knows an answer of %i %j for that of something else", async (status, body) => {
    const error = await refusal(client(answering(status, body)).meta());
    expect(error).toMatchObject({ code: "unexpected", status });
    expect(error.message).toContain("not as a Patchbay registry does");
  });

  it("sends addresses, queries, headers and bodies as the table says", async () => {
    const sent: unknown[] = [];
    const spy = client(async (url, init) => {
      sent.push([init.method, url, init.headers, init.body]);
      return { status: 200, headers: { get: () => null }, text: async () => '{"items":[],"next_cursor":null}' };
    });
    await spy.listConnectors({ q: "a b&c", limit: 5, type: "" });
    await spy.deprecate("a/b", '"r1"', { sunset_at: "2031-01-01", message: "Going." });
    await spy.publish("a/b", "1.0.0", { files: [] }, { dryRun: true });
    const base = "http://registry.example/api/v1/connectors";
    const headers = { accept: "application/json", authorization: "Bearer t" };
    const json = { ...headers, "content-type": "application/json" };
    expect(sent).toEqual([
      ["GET", `${base}?q=a%20b%26c&limit=5`, headers, undefined],
      [
        "PUT",
        `${base}/a/b/deprecation`,
        { ...json, "if-match": '"r1"' },
        '{"sunset_at":"2031-01-01","message":"Going."}',
      ],
      ["PUT", `${base}/a/b/versions/1.0.0?dry_run=1`, json, '{"files":[]}'],
    ]);
  });

  it("sends binary files as base64", () => {
    expect(
      wireFiles([
        { path: "a.png", text: "", bytes: Uint8Array.of(1, 2) },
        { path: "b.md", text: "b" },
      ]),
    ).toEqual([
      { path: "a.png", base64: "AQI=" },
      { path: "b.md", text: "b" },
    ]);
  });
});

describe("digests", () => {
  const hash = (data: string | Uint8Array) => createHash("sha256").update(data).digest("hex");
  const file = (path: string, text: string) => ({ path, digest: digestText(hash(text)), size: text.length });

  it("are those of the bytes for one file, whatever its name", () => {
    expect(versionDigest([file("a", "text")], hash)).toBe(versionDigest([file("b", "text")], hash));
    expect(versionDigest([file("a", "text")], hash)).toBe(digestText(hash("text")));
  });

  it("are those of the sorted manifest for several, whatever their order", () => {
    const [one, two] = [file("b", "2"), file("a/\u{1f69a}", "1")];
    expect(manifest([one, two])).toBe(`${two.digest} 1 a/\u{1f69a}\n${one.digest} 1 b\n`);
    expect(versionDigest([one, two], hash)).toBe(versionDigest([two, one], hash));
    expect(versionDigest([one, two], hash)).not.toBe(versionDigest([one, { ...two, path: "a/b" }], hash));
  });
});

describe("base64", () => {
  it("is what Node makes of it, there and back", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const text = encodeBase64(bytes);
        expect(text).toBe(Buffer.from(bytes).toString("base64"));
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });
  it.each(["a", "ab=c", "a===", "äöüß", "ab c"])("is not %j", (text) => {
    expect(decodeBase64(text)).toBeUndefined();
  });
});
