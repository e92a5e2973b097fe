import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { CredentialList, type Secrets } from "../../client/shell/credentials.ts";
import { Cancelled } from "../../client/shell/errors.ts";
import { connectRegistry } from "../../client/shell/registry.ts";
import { type AskToSignIn, Signing } from "../../client/shell/signing.ts";
import type { RegistryClient } from "../../core/api/client.ts";
import { type OidcSettings, readOidc } from "../../registry/oidc-settings.ts";
import { type Issuer, startIssuer } from "../registry/issuer.ts";
import { startOfTests, startTest, type TestRegistry } from "../registry/support.ts";

/** VS Code's secret storage, in memory. */
function memory(): Secrets & { readonly values: Map<string, string> } {
  const values = new Map<string, string>();
  const listeners = new Set<(event: { key: string }) => unknown>();
  const tell = (key: string) => {
    for (const listener of listeners) listener({ key });
  };
  return {
    values,
    get: async (key) => values.get(key),
    store: async (key, value) => {
      values.set(key, value);
      tell(key);
    },
    delete: async (key) => {
      if (values.delete(key)) tell(key);
    },
    onDidChange(listener) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
}

describe("what is kept of sign-ins", () => {
  it("is one secret for all registries, and nothing is lost when several change at once", async () => {
    const secrets = memory();
    const list = new CredentialList(secrets);
    let heard = 0;
    list.onDidChange(() => heard++);
    await Promise.all(["a", "b", "c"].map((url) => list.set(url, { token: `t-${url}`, account: "ada" })));
    expect(Object.keys(await list.all())).toEqual(["a", "b", "c"]);
    await Promise.all([list.delete("b"), list.renewed("a", { token: "new" }), list.renewed("b", { token: "late" })]);
    expect(await list.all()).toEqual({ a: { token: "new", account: "ada" }, c: { token: "t-c", account: "ada" } });
    expect(heard).toBe(5);
    expect([...secrets.values.keys()]).toEqual(["patchbay.signIns"]);
  });
  it("takes up the token of an earlier version, until one signs in again or out", async () => {
    const secrets = memory();
    secrets.values.set("patchbay.token:a", "former");
    const list = new CredentialList(secrets);
    expect(await list.get("a")).toEqual({ token: "former", account: "" });
    await list.set("a", { token: "new", account: "ada" });
    expect(await list.get("a")).toMatchObject({ token: "new" });
    await list.delete("a");
    expect(await list.get("a")).toBeUndefined();
  });
  it("signs nobody in where it cannot be read", async () => {
    const secrets = memory();
    secrets.values.set("patchbay.signIns", "{");
    const list = new CredentialList(secrets);
    expect(await list.get("a")).toBeUndefined();
    await list.set("a", { token: "t", account: "" });
    expect(await list.get("a")).toBeDefined();
  });
});

describe("a sign-in", () => {
  let registry: TestRegistry;
  let admin: RegistryClient;
  let list: CredentialList;
  let asked: string[] = [];
  beforeAll(async () => {
    registry = await startTest();
    admin = registry.admin;
  });
  afterAll(() => registry.stop());
  beforeEach(() => {
    list = new CredentialList(memory());
    asked = [];
  });

  const entry = () => ({ name: "Harbour", url: registry.url });
  const make = () => admin.createToken({ principal: "ada", enterprise: "acme", roles: ["viewer"] });
  const connect = (ask: AskToSignIn, asks = true, token?: string) => {
    const signing = new Signing(list, { url: registry.url, token }, fetch, async (one, ended) => {
      asked.push(`${one.name} ${ended ? "ended" : "nobody"}`);
      await ask(one, ended);
    });
    return () => connectRegistry(entry(), undefined, signing.fetchFor(entry(), { asks }));
  };
  const signIn = async () => list.set(registry.url, { token: (await make()).token, account: "ada@acme" });

  it("that was revoked is asked for once, and what was wanted goes on", async () => {
    const first = await make();
    await list.set(registry.url, { token: first.token, account: "ada@acme" });
    const client = connect(signIn)();
    expect((await client.whoami()).name).toBe("ada");
    await admin.revokeToken(first.id);
    // Whatever was under way finds out together.
    const people = await Promise.all([client.whoami(), client.whoami(), client.list()]);
    expect(people[0].name).toBe("ada");
    expect(asked).toEqual(["Harbour ended"]);
  });
  it("that there is none of is asked for, too, and with a post that is done once", async () => {
    const client = connect(async () => {
      const { token } = await admin.createToken({ principal: "cem", enterprise: "acme", roles: ["creator"] });
      await list.set(registry.url, { token, account: "cem@acme" });
    })();
    await client.saveDraft("acme/kept", [{ path: "a.connector.yaml", text: "format_version: 1\n" }], undefined);
    expect((await client.drafts()).map(({ connector }) => connector)).toEqual(["acme/kept"]);
    expect(asked).toEqual(["Harbour nobody"]);
  });
  it("that nobody wants to make ends what was begun, without an error of the registry", async () => {
    const client = connect(async () => {
      throw new Cancelled();
    })();
    await expect(client.whoami()).rejects.toBeInstanceOf(Cancelled);
    // Asked once for each thing that somebody wants, not for each request.
    await expect(client.whoami()).rejects.toBeInstanceOf(Cancelled);
    expect(asked).toEqual(["Harbour nobody"]);
  });
  it("is never asked for where nobody has asked for anything", async () => {
    await expect(connect(signIn, false)().whoami()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(asked).toEqual([]);
  });
  it("of the environment counts until somebody signs in", async () => {
    const { token } = await admin.createToken({ principal: "robot", enterprise: "acme", roles: [] });
    const client = connect(signIn, true, token);
    expect((await client().whoami()).name).toBe("robot");
    await signIn();
    expect((await client().whoami()).name).toBe("ada");
    expect(asked).toEqual([]);
  });

  describe("at an identity provider", () => {
    let issuer: Issuer;
    let trusting: TestRegistry;
    let now = startOfTests;
    beforeAll(async () => {
      issuer = await startIssuer(() => now);
      const settings = readOidc({
        PATCHBAY_OIDC_ISSUER: issuer.url,
        PATCHBAY_OIDC_AUDIENCE: "patchbay",
        PATCHBAY_OIDC_CLIENT_ID: "editor",
        PATCHBAY_OIDC_ENTERPRISES: "*=acme",
      });
      trusting = await startTest(undefined, undefined, undefined, { oidc: settings as OidcSettings });
    });
    afterAll(async () => {
      await trusting.stop();
      await issuer.stop();
    });

    it("is renewed without a question, once for all who find out, and asked for when that ends", async () => {
      const renewals: (string | null)[] = [];
      let ended = false;
      issuer.answers.set("/token", (form) => {
        renewals.push(form.get("refresh_token"));
        if (ended) return { status: 400, body: { error: "invalid_grant" } };
        return { status: 200, body: { access_token: fresh, refresh_token: "second", expires_in: 3600 } };
      });
      const token = await issuer.token();
      const refresh = { issuer: issuer.url, client_id: "editor", refresh_token: "first" };
      await list.set(trusting.url, { token, refresh, account: "ada@acme" });
      now = "2031-03-01T14:00:00.000Z";
      trusting.setNow(now);
      const fresh = await issuer.token({ sub: "ada again" });
      const one = { name: "Trusting", url: trusting.url };
      const signing = new Signing(list, { url: undefined, token: undefined }, fetch, async () => {
        asked.push("asked");
        throw new Cancelled();
      });
      const client = connectRegistry(one, undefined, signing.fetchFor(one, { asks: true }));
      const people = await Promise.all([client.whoami(), client.whoami(), client.whoami()]);
      expect(people.map(({ name }) => name)).toEqual(["ada again", "ada again", "ada again"]);
      expect(renewals).toEqual(["first"]);
      expect(await list.get(trusting.url)).toMatchObject({ account: "ada@acme", refresh: { refresh_token: "second" } });
      expect(asked).toEqual([]);
      ended = true;
      now = "2031-03-01T18:00:00.000Z";
      trusting.setNow(now);
      await expect(client.whoami()).rejects.toBeInstanceOf(Cancelled);
      expect(asked).toEqual(["asked"]);
    });
  });
});
