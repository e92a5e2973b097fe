import { createHmac } from "node:crypto";
import { exportSPKI, generateKeyPair, importJWK, type JWTPayload, SignJWT } from "jose";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { fitsSubject, type OidcSettings, readOidc, readPublishers } from "../../registry/oidc-settings.ts";
import { type Issuer, startIssuer } from "./issuer.ts";
import { publication, startOfTests, stores, type TestRegistry } from "./support.ts";

const settingsFor = (issuer: string, more: Record<string, string> = {}) =>
  readOidc({
    PATCHBAY_OIDC_ISSUER: issuer,
    PATCHBAY_OIDC_AUDIENCE: "patchbay",
    PATCHBAY_OIDC_CLIENT_ID: "editor",
    PATCHBAY_OIDC_ROLES_CLAIM: "access.groups",
    PATCHBAY_OIDC_ROLES: "makers=creator,keepers=enterprise_admin",
    PATCHBAY_OIDC_ENTERPRISE_CLAIM: "org",
    ...more,
  }) as OidcSettings;

describe.each(stores)("tokens of an identity provider on $name", ({ start }) => {
  let issuer: Issuer;
  let stranger: Issuer;
  let registry: TestRegistry;
  const ada = { org: "acme", access: { groups: ["makers", "cooks"] } };

  beforeAll(async () => {
    issuer = await startIssuer(() => startOfTests);
    stranger = await startIssuer(() => startOfTests);
    registry = await start({
      oidc: settingsFor(issuer.url),
      // Long enough that a test sees it, short enough that another one waits for its end.
      patience: { cooldown: 300 },
      publicUrl: "https://registry.example.com",
      publishers: [{ issuer: issuer.url, subject: "repo:acme/*:ref:refs/heads/main", enterprise: "acme" }],
    });
  });
  afterAll(async () => {
    await registry.stop();
    await issuer.stop();
    await stranger.stop();
  });
  beforeEach(() => {
    issuer.behave("well");
    registry.setNow(startOfTests);
  });

  const whoami = async (token: string) => {
    const response = await registry.raw("/api/v1/whoami", { token });
    const body = (await response.json()) as Record<string, unknown>;
    return { status: response.status, headers: response.headers, body };
  };
  const cooled = () => new Promise((resolve) => setTimeout(resolve, 350));

  it("asks nobody before the first token, and for keys once", async () => {
    expect(issuer.asked).toEqual([]);
    for (let i = 0; i < 3; i++) expect((await whoami(await issuer.token(ada))).status).toBe(200);
    expect(issuer.asked).toEqual(["GET /.well-known/openid-configuration", "GET /keys"]);
  });

  it("say who calls, with the roles that their words stand for", async () => {
    const { body } = await whoami(await issuer.token(ada));
    expect(body).toEqual({
      principal: "ada",
      enterprise: "acme",
      roles: ["creator"],
      scopes: [],
      token_id: "",
      expires_at: "2031-03-01T13:00:00.000Z",
    });
    const keeper = await issuer.token({ org: "acme", access: { groups: "keepers" } });
    const published = await registry.raw("/api/v1/connectors/acme/kept/versions/1.0.0", {
      method: "PUT",
      token: keeper,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(publication({ slug: "kept", name: "Kept" })),
    });
    expect(published.status).toBe(201);
  });

  it("are told of, with no need for a token", async () => {
    const meta = (await (await registry.raw("/api/v1/meta")).json()) as { sign_in: unknown };
    expect(meta.sign_in).toEqual({
      device_code: true,
      oidc: { issuer: issuer.url, audience: "patchbay", client_id: "editor", scope: "openid offline_access" },
      trusted_publishing: true,
    });
    const resource = await (await registry.raw("/.well-known/oauth-protected-resource")).json();
    expect(resource).toEqual({
      resource: "https://registry.example.com",
      authorization_servers: [issuer.url],
      bearer_methods_supported: ["header"],
    });
    const refused = await registry.raw("/api/v1/whoami");
    expect(refused.headers.get("www-authenticate")).toBe(
      'Bearer realm="patchbay", resource_metadata="https://registry.example.com/.well-known/oauth-protected-resource"',
    );
  });

  const seconds = Date.parse(startOfTests) / 1000;
  it.each<[string, JWTPayload, number, string]>([
    ["expired within the leeway", { exp: seconds - 20 }, 200, ""],
    ["expired", { exp: seconds - 40 }, 401, "Your sign-in has expired."],
    ["not valid yet, within the leeway", { nbf: seconds + 20 }, 200, ""],
    ["not valid yet", { nbf: seconds + 40 }, 401, "does not count yet"],
    ["made for somebody else", { aud: "another" }, 401, "not made for this registry"],
    ["made for nobody", { aud: undefined }, 401, "not made for this registry"],
    ["made for several", { aud: ["another", "patchbay"] }, 200, ""],
    ["without an end", { exp: undefined }, 401, 'lacks "exp"'],
    ["without a subject", { sub: undefined }, 401, 'lacks "sub"'],
    ["of nobody", { sub: "" }, 401, "does not say who you are"],
    ["with a name of two lines", { sub: "ada\nadmin" }, 401, "does not say who you are"],
    ["of no enterprise", { org: undefined }, 401, "names no enterprise"],
    ["of an enterprise that is a path", { org: "../acme" }, 401, "names no enterprise"],
    ["of an enterprise that is a list", { org: ["acme"] }, 401, "names no enterprise"],
    ["of the issuer in other letters", { iss: "HTTP://127.0.0.1" }, 401, "another identity provider"],
  ])("that are %s", async (_, claims, status, words) => {
    const token = await issuer.token({ ...ada, ...claims });
    const answer = await whoami(token);
    expect(answer.status).toBe(status);
    if (status === 200) return;
    expect(answer.body.detail).toContain(words);
    expect(JSON.stringify(answer.body)).not.toContain(token.slice(0, 20));
    expect(JSON.stringify(registry.log)).not.toContain(token.slice(0, 20));
  });

  it("give no role for words that mean nothing here, whatever they are", async () => {
    for (const groups of [["platform_admin"], "enterprise_admin", { makers: true }, 7, undefined, ["__proto__"]])
      expect((await whoami(await issuer.token({ org: "acme", access: { groups } }))).body.roles).toEqual([]);
  });

  describe("that are forged", () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = () => ({ iss: issuer.url, aud: "patchbay", sub: "ada", exp: seconds + 3600, ...ada });
    const forgeries: Record<string, () => Promise<string>> = {
      "without a signature": async () => `${encode({ alg: "none" })}.${encode(claims())}.`,
      "without a signature, with an empty look": async () => `${encode({ alg: "none" })}.${encode(claims())}.AA`,
      "with None in other letters": async () => `${encode({ alg: "nOnE" })}.${encode(claims())}.AA`,
      "by the public key as if it were a secret": async () => {
        const jwk = await issuer.publicJwk();
        const secret = await exportSPKI((await importJWK(jwk, "ES256")) as CryptoKey);
        const body = `${encode({ alg: "HS256", kid: jwk.kid })}.${encode(claims())}`;
        return `${body}.${createHmac("sha256", secret).update(body).digest("base64url")}`;
      },
      "by another key under the known name": async () => {
        const { privateKey } = await generateKeyPair("ES256");
        return issuer.token(ada, {}, privateKey);
      },
      "by a key that the token brings along": async () => {
        const { privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true });
        const jwk = await crypto.subtle.exportKey("jwk", publicKey);
        return issuer.token(ada, { jwk }, privateKey);
      },
      "by keys at an address that the token names": async () =>
        new SignJWT(claims())
          .setProtectedHeader({ alg: "ES256", kid: "key-0", jku: `${stranger.url}/keys`, x5u: `${stranger.url}/keys` })
          .sign((await generateKeyPair("ES256")).privateKey),
      "under a name that is a path": async () => issuer.token(ada, { kid: "../../../../dev/null" }),
      "under a name that is SQL": async () => issuer.token(ada, { kid: "' or 1=1 --" }),
      "with an algorithm of another kind of key": async () =>
        issuer.token(ada, { alg: "RS256" }, (await generateKeyPair("RS256")).privateKey),
      "with a part that has to be understood": async () =>
        issuer.token(ada, { crit: ["sudo"], sudo: true }, undefined, ["sudo"]),
      "by cutting the signature": async () => (await issuer.token(ada)).slice(0, -20),
      "by changing a claim": async () => {
        const [head = "", , signature = ""] = (await issuer.token(ada)).split(".");
        return `${head}.${encode({ ...claims(), access: { groups: ["keepers"] } })}.${signature}`;
      },
      "of parts that are no JSON": async () => "aaaa.bbbb.cccc",
    };
    it.each(Object.keys(forgeries))("%s", async (name) => {
      const token = await forgeries[name]!();
      const { status, body } = await whoami(token);
      expect([status, body.type]).toEqual([401, "urn:patchbay:problem:unauthenticated"]);
      expect(stranger.asked).toEqual([]);
    });
    it("by another provider, which is not even asked for its keys", async () => {
      const { status, body } = await whoami(await stranger.token(ada));
      expect(status).toBe(401);
      expect(body.detail).toContain("another identity provider");
      expect(stranger.asked).toEqual([]);
    });
  });

  it("by new keys are taken once the provider lists them, and by old ones no longer", async () => {
    const old = await issuer.token(ada);
    expect((await whoami(old)).status).toBe(200);
    await cooled();
    await issuer.turnKeys();
    expect((await whoami(await issuer.token(ada))).status).toBe(200);
    expect((await whoami(old)).status).toBe(401);
  });

  it("under names that nobody knows do not make the registry ask again and again", async () => {
    await cooled();
    const before = issuer.asked.length;
    for (let i = 0; i < 20; i++)
      expect((await whoami(await issuer.token(ada, { kid: `guess-${i}` }))).status).toBe(401);
    expect(issuer.asked.length - before).toBeLessThan(10);
  });

  it("is exchanged by a build job for one that publishes, and nothing else", async () => {
    const exchange = async (claims: JWTPayload) => {
      const token = await issuer.token({ aud: "https://registry.example.com", ...claims });
      const response = await registry.raw("/api/v1/publish-tokens", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ token }),
      });
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    };
    const { status, body } = await exchange({ sub: "repo:acme/parcels:ref:refs/heads/main" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      enterprise: "acme",
      scopes: ["publish"],
      expires_at: "2031-03-01T12:15:00.000Z",
      principal: "ci repo:acme/parcels:ref:refs/heads/main",
    });
    const published = await registry.raw("/api/v1/connectors/acme/built/versions/1.0.0", {
      method: "PUT",
      token: body.token,
      headers: { "content-type": "application/json" },
      body: JSON.stringify(publication({ slug: "built", name: "Built" })),
    });
    expect(published.status).toBe(201);
    expect((await registry.raw("/api/v1/tokens", { token: body.token })).status).toBe(403);
    for (const claims of [
      { sub: "repo:acme/parcels:ref:refs/heads/other" },
      { sub: "repo:acme/parcels:environment:x:ref:refs/heads/main" },
      { sub: "repo:globex/parcels:ref:refs/heads/main" },
      { sub: "repo:acme/parcels:ref:refs/heads/main", aud: "patchbay" },
    ])
      expect((await exchange(claims)).status).toBe(401);
  });

  it("are not refused, but put off, while a provider that was never asked is away", async () => {
    const other = await startIssuer(() => startOfTests);
    const fresh = await start({ oidc: settingsFor(other.url), patience: { cooldown: 300 } });
    const call = async () => (await fresh.raw("/api/v1/whoami", { token: await other.token(ada) })).status;
    try {
      for (const how of ["down", "nonsense", "elsewhere"] as const) {
        other.behave(how);
        const response = await fresh.raw("/api/v1/whoami", { token: await other.token(ada) });
        expect(response.status, how).toBe(503);
        expect(response.headers.get("retry-after")).toBe("1");
        expect(await response.json()).toMatchObject({ type: "urn:patchbay:problem:identity-provider-down" });
        const asked = other.asked.length;
        await call();
        expect(other.asked.length, "left alone for a while").toBe(asked);
        await cooled();
      }
      expect((await fresh.raw("/api/v1/whoami", { token: fresh.adminToken })).status, "own tokens").toBe(200);
      other.behave("well");
      expect(await call()).toBe(200);
      // With keys in hand the provider may be away.
      other.behave("down");
      expect(await call()).toBe(200);
    } finally {
      await fresh.stop();
      await other.stop();
    }
  });
});

describe("settings", () => {
  it.each([
    [{}, undefined],
    [{ PATCHBAY_OIDC_ISSUER: "http://id.example.com", PATCHBAY_OIDC_AUDIENCE: "x" }, "begins with https://"],
    [{ PATCHBAY_OIDC_ISSUER: "id", PATCHBAY_OIDC_AUDIENCE: "x" }, "begins with https://"],
    [{ PATCHBAY_OIDC_ISSUER: "https://id.example.com" }, "PATCHBAY_OIDC_AUDIENCE is missing"],
    [
      { PATCHBAY_OIDC_ISSUER: "https://id.example.com", PATCHBAY_OIDC_AUDIENCE: "x", PATCHBAY_OIDC_ROLES: "a=boss" },
      'names "boss"; known are viewer',
    ],
  ])("%j", (env, words) => {
    const read = readOidc(env);
    if (words === undefined) expect(read).toBeUndefined();
    else expect(read).toContain(words);
  });
  it("map words of the provider, everybody else by a star", () => {
    const { roles, enterprises } = settingsFor("https://id.example.com", {
      PATCHBAY_OIDC_ROLES: "devs=creator,ou=x=platform_admin",
      PATCHBAY_OIDC_ENTERPRISES: "*=acme",
    });
    expect([...(enterprises ?? [])]).toEqual([["*", "acme"]]);
    expect(roles?.get("ou=x")).toBe("platform_admin");
  });
  it.each([
    ["https://ci.example.com repo:acme/*:ref:refs/heads/main acme; https://ci.example.com b c\n", 2],
    ["", 0],
    [undefined, 0],
    ["https://ci.example.com acme", "cannot be read"],
    ["http://ci.example.com a b", "begins with https://"],
    ["https://ci.example.com * acme", "would trust everybody"],
  ])("build jobs %j", (text, expected) => {
    const read = readPublishers(text);
    if (typeof expected === "number") expect(read).toHaveLength(expected);
    else expect(read).toContain(expected);
  });
  it("let a star stand for anything but a colon", () => {
    expect(fitsSubject("repo:acme/*:ref:x", "repo:acme/a.b:ref:x")).toBe(true);
    expect(fitsSubject("repo:acme/*:ref:x", "repo:acme/a:b:ref:x")).toBe(false);
    expect(fitsSubject("a.b", "axb")).toBe(false);
    expect(fitsSubject("repo:acme/*", "prefix repo:acme/a")).toBe(false);
  });
});
