import http from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { html } from "../../registry/web/html.ts";
import { ownPath } from "../../registry/web/links.ts";
import { publication, publishFirst, startTest, stores, type TestRegistry } from "./support.ts";

/** A page as a browser would ask for it. */
async function page(
  registry: TestRegistry,
  address: string,
  { token, ...headers }: { token?: string | undefined; [name: string]: string | undefined } = {},
) {
  const response = await registry.raw(address, {
    redirect: "manual",
    headers: {
      accept: "text/html",
      ...(token !== undefined && { cookie: `other=1; patchbay=${token}` }),
      ...(headers as Record<string, string>),
    },
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** Sends a form as a browser does. */
function send(registry: TestRegistry, address: string, fields: Record<string, string>, headers: object = {}) {
  return registry.raw(address, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams(fields),
    headers: { "sec-fetch-site": "same-origin", accept: "text/html", ...(headers as Record<string, string>) },
  });
}

/** A page as somebody asks for it who knows the registry by a name; `fetch` lets nobody choose the name. */
function called(registry: TestRegistry, host: string, address: string): Promise<{ status: number | undefined }> {
  return new Promise((resolve, reject) => {
    http
      .get(`${registry.url}${address}`, { headers: { host, accept: "text/html" } }, (response) => {
        response.resume();
        resolve({ status: response.statusCode });
      })
      .on("error", reject);
  });
}

const hostile = `<script>alert("1")</script><img src=x onerror='alert(2)'> & ]]>`;

describe.each(stores)("the pages, on $name", ({ start }) => {
  let registry: TestRegistry;
  let viewer: string;
  let stranger: string;
  const id = "acme/parcel-tracker";

  beforeAll(async () => {
    registry = await start();
    viewer = await registry.token({ principal: "vera", enterprise: "acme", roles: ["viewer"] });
    stranger = await registry.token({ principal: "stan", enterprise: "globex", roles: ["viewer"] });
    await publishFirst(registry.admin, "acme", "parcel-tracker", "enterprise", "Parcel Tracker");
    const reason = "For a test.";
    await registry.admin.publish(
      id,
      "1.1.0",
      publication({ version: "1.1.0", fields: ["number", "place", "weight"] }, { notes: hostile, reason }),
    );
    await registry.admin.publish(
      id,
      "2.0.0",
      publication(
        { version: "2.0.0", fields: ["number"] },
        {
          reason,
          migration_guide: `${hostile}\n\n## get_parcel\n\nDo without the outputs \`place\` and \`weight\`.`,
        },
      ),
    );
    await publishFirst(registry.admin, "acme", "open-one", "global", "Open One");
    await registry.admin.reportUsage({
      source: "runtime",
      sequence: 1,
      example_data: true,
      connections: [{ id: "c1", enterprise: "acme", connector: id, version: "1.1.0", state: "active" }],
      calls: [
        { enterprise: "acme", connector: id, version: "1.1.0", operation: "get_parcel", day: "2031-02-20", calls: 41 },
      ],
    });
  });
  afterAll(() => registry.stop());

  it("show nothing without a token but the way to sign in, and then exactly what the token may see", async () => {
    const closed = await page(registry, "/");
    expect(closed.status).toBe(401);
    expect(closed.text).toContain('<form class="sign-in" method="post" action="/sign-in">');
    expect(closed.text).not.toContain("Parcel Tracker");
    expect(closed.headers.get("www-authenticate")).toBeNull();

    const own = await page(registry, "/", { token: viewer });
    expect(own.status).toBe(200);
    expect(own.text).toContain("Parcel Tracker");
    expect(own.text).toContain("Open One");
    const other = await page(registry, "/", { token: stranger });
    expect(other.text).not.toContain("Parcel Tracker");
    expect(other.text).toContain("Open One");

    for (const address of ["", "/versions/1.0.0", "/compare?from=1.0.0&to=2.0.0"]) {
      const hidden = await page(registry, `/connectors/${id}${address}`, { token: stranger });
      const absent = await page(registry, `/connectors/acme/absent${address}`, { token: stranger });
      expect([hidden.status, absent.status], address).toEqual([404, 404]);
      // What is hidden says the same as what is not there.
      const bare = (text: string, name: string) => text.replaceAll(name, "X").replace(/Request <code>[^<]*/, "");
      expect(bare(hidden.text, "parcel-tracker")).toBe(bare(absent.text, "absent"));
      expect((await page(registry, `/connectors/${id}${address}`, { token: viewer })).status).toBe(200);
    }
  });

  it("find connectors by words and filters, and say so where there is none", async () => {
    const found = await page(registry, "/?q=tracker&type=&scope=&state=&utm_source=mail", { token: viewer });
    expect(found.status).toBe(200);
    expect(found.text).toContain("Parcel Tracker");
    expect(found.text).not.toContain(">Open One<");
    expect(found.text).toContain('value="tracker"');
    const scoped = await page(registry, "/?scope=global", { token: viewer });
    expect(scoped.text).toContain("Open One");
    expect(scoped.text).not.toContain(">Parcel Tracker<");
    const none = await page(registry, `/?q=${encodeURIComponent(hostile)}`, { token: viewer });
    expect(none.status).toBe(200);
    expect(none.text).toContain("Nothing found");
    expect(none.text).toContain('<a href="/">show all connectors</a>');
    const wrong = await page(registry, "/?state=lost", { token: viewer });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain("must be one of");
  });

  it("show a connector with its versions and its use, in numbers, as a picture and as a table", async () => {
    const { text } = await page(registry, `/connectors/${id}`, { token: viewer });
    expect(text).toContain("<caption>Versions, newest first</caption>");
    for (const version of ["1.0.0", "1.1.0", "2.0.0"]) expect(text).toContain(`versions/${version}">${version}</a>`);
    expect(text).toContain("Use by your enterprise");
    expect(text).toContain("example data");
    expect(text).toContain('role="img" aria-labelledby="chart-title"');
    expect(text).toContain("2031-02-20: 41 calls");
    expect(text).toMatch(/<th scope="row"><bdi>2031-02-20<\/bdi><\/th><td class="number">41<\/td>/);
    expect(text.match(/<rect /g)).toHaveLength(30);
  });

  it("say what changed between any two versions, by operation, as the differ does", async () => {
    const far = await page(registry, `/connectors/${id}/compare?from=1.0.0&to=2.0.0`, { token: viewer });
    const { changes } = await registry.admin.getVerdict(id, "2.0.0");
    expect(changes.length).toBeGreaterThan(0);
    expect(far.text).toContain("<h3><code>get_parcel</code>");
    expect(far.text).toContain("major: breaks callers");
    expect(far.text).toContain("place");
    expect(far.text).toContain("Release notes on the way");
    expect(far.text).not.toContain("weight");
    const back = await page(registry, `/connectors/${id}/compare?from=2.0.0&to=1.1.0`, { token: viewer });
    expect(back.text).toContain("weight");
    expect(back.text).toContain("minor: adds something");
    expect(back.text).not.toContain("Release notes on the way");
    const same = await page(registry, `/connectors/${id}/compare?from=2.0.0&to=2.0.0`, { token: viewer });
    expect(same.text).toContain("Both are the same version.");
    const absent = await page(registry, `/connectors/${id}/compare?from=2.0.0&to=9.9.9`, { token: viewer });
    expect(absent.status).toBe(404);
    expect(absent.text).toContain("has no version 9.9.9");
  });

  it("write what strangers wrote as text, in every place", async () => {
    const { etag } = await registry.admin.getConnector("acme/open-one");
    await registry.admin.deprecate("acme/open-one", etag, {
      sunset_at: "2031-06-01",
      message: hostile,
      replacement: id,
    });
    const addresses = [
      `/connectors/${id}`,
      `/connectors/${id}/versions/1.1.0`,
      `/connectors/${id}/versions/2.0.0`,
      `/connectors/${id}/compare?from=1.0.0&to=2.0.0`,
      "/connectors/acme/open-one",
      `/?q=${encodeURIComponent(hostile)}`,
      `/?type=${encodeURIComponent(hostile)}`,
    ];
    for (const address of [`/connectors/acme/${encodeURIComponent(hostile)}`, `/nothing${encodeURIComponent(hostile)}`])
      expect((await page(registry, address, { token: viewer })).text, address).not.toMatch(/<script|<img|onerror='/i);
    for (const address of addresses) {
      const { text } = await page(registry, address, { token: viewer });
      expect(text, address).not.toMatch(/<script|<img|onerror='|style="/i);
      expect(text, address).toContain("&lt;script&gt;");
    }
    const { text } = await page(registry, "/connectors/acme/open-one", { token: viewer });
    expect(text).toContain('<time datetime="2031-06-01T00:00:00.000Z">1 June 2031</time>');
    expect(text).toContain(`<a href="/connectors/${id}"><bdi>${id}</bdi></a>`);
  });

  it("let browsers run and load nothing, and keep nothing", async () => {
    for (const address of ["/", `/connectors/${id}`, "/sign-in", "/nothing"]) {
      const { headers, text } = await page(registry, address, { token: viewer });
      expect(headers.get("content-security-policy"), address).toBe(
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      );
      expect(headers.get("cache-control")).toBe("private, no-store");
      expect(headers.get("access-control-allow-origin")).toBeNull();
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("content-type")).toMatch(/^text\/html; charset=utf-8$/i);
      expect(text).not.toMatch(/<script|<style| style=| on\w+="/);
    }
    const link = /href="(\/style-[0-9a-f]{16}\.css)"/.exec((await page(registry, "/sign-in")).text)?.[1] ?? "";
    const style = await registry.raw(link);
    expect(style.headers.get("content-type")).toBe("text/css; charset=utf-8");
    expect(style.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(await style.text()).toContain("prefers-color-scheme: dark");
  });

  it("take a token by a form, keep it where no script and no other site reaches it, and give it up again", async () => {
    const next = `/connectors/${id}?versions=all`;
    const answer = await send(registry, "/sign-in", { token: ` ${viewer} `, next });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, next]);
    expect(answer.headers.get("set-cookie")).toBe(`patchbay=${viewer}; Path=/; HttpOnly; SameSite=Strict`);
    const away = await send(registry, "/sign-in", { token: viewer, next: "//evil.example/" });
    expect(away.headers.get("location")).toBe("/");
    const out = await send(registry, "/sign-out", {}, { cookie: `patchbay=${viewer}` });
    expect([out.status, out.headers.get("location")]).toEqual([303, "/"]);
    expect(out.headers.get("set-cookie")).toBe("patchbay=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0");

    const wrong = await send(registry, "/sign-in", { token: `cxr_00000000_${"A".repeat(43)}`, next });
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain("does not know this token");
    expect(wrong.headers.get("set-cookie")).toBeNull();
    const broken = await send(registry, "/sign-in", { token: "a\r\nset-cookie: x=1" });
    expect([broken.status, broken.headers.get("set-cookie")]).toEqual([401, null]);
    for (const headers of [{ "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }])
      expect((await send(registry, "/sign-in", { token: viewer }, headers)).status).toBe(403);
    const json = await registry.raw("/sign-in", {
      method: "POST",
      body: "{}",
      headers: { "content-type": "text/plain" },
    });
    expect(json.status).toBe(415);
    expect((await send(registry, "/sign-in", { token: "x".repeat(9000) })).status).toBe(413);
    expect(JSON.stringify(registry.log)).not.toContain(viewer);
  });

  it("use the cookie for pages alone: the API does not know it", async () => {
    const cookie = `patchbay=${registry.adminToken}`;
    for (const address of ["/api/v1/whoami", "/api/v1/connectors", `/api/v1/connectors/${id}`])
      expect((await registry.raw(address, { headers: { cookie } })).status, address).toBe(401);
    const change = await registry.raw("/api/v1/tokens", {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: JSON.stringify({ principal: "x", enterprise: "acme", roles: [] }),
    });
    expect(change.status).toBe(401);
    // A header that the API takes is nothing to the pages either.
    const header = await registry.raw("/", { token: registry.adminToken, headers: { accept: "text/html" } });
    expect(header.status).toBe(401);
  });

  it("forget a cookie whose token was revoked", async () => {
    const made = await registry.admin.createToken({ principal: "rick", enterprise: "acme", roles: ["viewer"] });
    expect((await page(registry, "/", { token: made.token })).status).toBe(200);
    await registry.admin.revokeToken(made.id);
    const refused = await page(registry, "/", { token: made.token });
    expect(refused.status).toBe(401);
    expect(refused.text).toContain("The token was revoked.");
    expect(refused.headers.get("set-cookie")).toContain("patchbay=; ");
  });

  it("answer wrong links in a browser with a page, and programs as ever", async () => {
    const wrong = await page(registry, "/connectors", { token: viewer });
    expect([wrong.status, wrong.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
    expect(wrong.text).toContain("There is nothing at /connectors.");
    const program = await registry.raw("/connectors");
    expect(program.headers.get("content-type")).toBe("application/problem+json");
    const api = await page(registry, "/api/v1/nothing");
    expect(api.headers.get("content-type")).toBe("application/problem+json");
    const broken = await page(registry, "/connectors/acme/%zz", { token: viewer });
    expect(broken.status).toBe(400);
  });

  it("go on where a page of the catalogue ends, and come back", async () => {
    const many = await start();
    try {
      const token = await many.token({ principal: "vera", enterprise: "acme", roles: ["viewer"] });
      const names = Array.from({ length: 27 }, (_, index) => `tool-${String(index).padStart(2, "0")}`);
      for (const name of names) await publishFirst(many.admin, "acme", name);
      const first = await page(many, "/?scope=enterprise", { token });
      expect(first.text).toContain("More than 25 connectors");
      expect((await page(many, "/", { token })).text).toContain("27 connectors");
      const next = /<a rel="next" href="([^"]*)"/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
      const second = await page(many, next, { token });
      const on = ({ text }: { text: string }) =>
        [...text.matchAll(/<code>acme\/(tool-\d\d)<\/code>/g)].map(([, name]) => name);
      expect([...on(first), ...on(second)]).toEqual(names);
      expect(second.text).toContain("More connectors");
      expect(second.text).toContain('<a href="/?scope=enterprise">First page</a>');
      const strange = await page(many, next.replace("scope=enterprise", "scope=global"), { token });
      expect(strange.status).toBe(400);
    } finally {
      await many.stop();
    }
  });
});

describe("the pages of a public catalogue", () => {
  it("show global connectors to everybody, and nobody's use or people", async () => {
    const registry = await startTest(undefined, undefined, undefined, {
      publicCatalogue: true,
      publicUrl: "https://registry.example.com",
    });
    try {
      await registry.token({ principal: "x", enterprise: "acme", roles: [] });
      await publishFirst(registry.admin, "acme", "open-one", "global", "Open One");
      await publishFirst(registry.admin, "acme", "own-one", "enterprise", "Own One");
      const { text, status } = await page(registry, "/?state=any");
      expect(status).toBe(200);
      expect(text).toContain("Open One");
      expect(text).not.toContain("Own One");
      expect(text).toContain('<a href="/sign-in?next=%2F%3Fstate%3Dany">Sign in</a>');
      const open = await page(registry, "/connectors/acme/open-one");
      expect(open.status).toBe(200);
      expect(open.text).not.toMatch(/id="usage"|admin/);
      expect((await page(registry, "/connectors/acme/own-one")).status).toBe(404);
      expect((await registry.raw("/api/v1/connectors")).status).toBe(401);
      // A proxy on this machine hands on the name that browsers know; a stranger's name is refused as ever.
      expect((await called(registry, "registry.example.com", "/")).status).toBe(200);
      expect((await called(registry, "evil.example", "/")).status).toBe(403);
      // Behind https, browsers send the cookie in no other way, and take it from nobody else.
      const answer = await send(registry, "/sign-in", { token: registry.adminToken });
      expect(answer.headers.get("set-cookie")).toBe(
        `__Host-patchbay=${registry.adminToken}; Path=/; HttpOnly; SameSite=Strict; Secure`,
      );
    } finally {
      await registry.stop();
    }
  });

  it("throttles wrong tokens, by form and by cookie, as the API does", async () => {
    const limit = { burst: 2, perMinute: 1 };
    const many = { burst: 1000, perMinute: 1000 };
    const limits = { reads: many, publications: many, changes: many, signIns: many, wrongTokens: limit };
    const registry = await startTest(undefined, undefined, limits);
    try {
      const wrong = `cxr_00000000_${"A".repeat(43)}`;
      expect((await send(registry, "/sign-in", { token: "nothing like a token" })).status).toBe(401);
      expect((await page(registry, "/", { token: wrong })).status).toBe(401);
      const third = await send(registry, "/sign-in", { token: wrong });
      expect(third.status).toBe(429);
      expect(Number(third.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await third.text()).toContain("Too many requests with wrong tokens");
      expect((await page(registry, "/", { token: registry.adminToken })).status).toBe(429);
      expect((await registry.raw("/api/v1/whoami", { token: registry.adminToken })).status).toBe(429);
    } finally {
      await registry.stop();
    }
  });
});

describe("comparing in a browser", () => {
  it("counts for more than reading, since it takes longer", async () => {
    const many = { burst: 1000, perMinute: 1000 };
    const limits = {
      reads: { burst: 45, perMinute: 1 },
      publications: many,
      changes: many,
      signIns: many,
      wrongTokens: many,
    };
    const registry = await startTest(undefined, undefined, limits);
    try {
      await publishFirst(registry.admin, "local", "parcel-tracker");
      const ask = async (address: string) =>
        (await page(registry, `/connectors/local/parcel-tracker${address}`, { token: registry.adminToken })).status;
      expect([await ask("/compare"), await ask("/compare"), await ask("/compare")]).toEqual([200, 200, 429]);
      expect(await ask("")).toBe(200);
    } finally {
      await registry.stop();
    }
  });
});

describe("what pages are made of", () => {
  it("escapes every part of a template once", () => {
    const inner = html`<b>${"<&\"'>"}</b>`;
    expect(html`<i title="${'"'}">${[inner, 1, false, null, undefined, "&amp;"]}</i>`.text).toBe(
      '<i title="&quot;"><b>&lt;&amp;&quot;&#39;&gt;</b>1&amp;amp;</i>',
    );
  });

  it("leads back to paths of the registry only", () => {
    for (const path of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "",
      "/a\nb",
      "/a\\b",
      undefined,
    ])
      expect(ownPath(path), path).toBe("/");
    expect(ownPath("/connectors/a/b?versions=all")).toBe("/connectors/a/b?versions=all");
  });
});
