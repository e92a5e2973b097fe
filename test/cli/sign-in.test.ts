import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient, type RegistryClient } from "../../core/api/client.ts";
import { isSafeAddress } from "../../core/api/sign-in.ts";
import { type OidcSettings, readOidc } from "../../registry/oidc-settings.ts";
import { type Issuer, startIssuer } from "../registry/issuer.ts";
import { definition, startOfTests, startTest, type TestRegistry } from "../registry/support.ts";
import { patchbay } from "../support/cli.ts";

let registry: TestRegistry;
let ada: RegistryClient;
let token = "";
let config = "";
beforeAll(async () => {
  registry = await startTest();
  token = await registry.token({ principal: "ada", enterprise: "acme", roles: ["enterprise_admin"] });
  ada = createClient({ baseUrl: registry.url, token, fetch });
});
afterAll(() => registry.stop());
beforeEach(() => {
  config = mkdtempSync(path.join(tmpdir(), "patchbay-config-"));
  return () => rmSync(config, { recursive: true, force: true });
});

const env = () => ({ PATCHBAY_CONFIG_DIR: config, PATCHBAY_TOKEN: "", PATCHBAY_REGISTRY: "" });
const run = (args: string[], input?: string) =>
  patchbay(["registry", ...args], { env: env(), ...(input !== undefined && { input }) });
const file = () => path.join(config, "sign-ins.json");

describe("with a token", () => {
  it("is kept for its owner only, is used by other commands, and is forgotten", async () => {
    const signed = await run(["sign-in", `${registry.url}/`, "--token-stdin"], `${token}\n`);
    expect(signed).toMatchObject({ code: 0, stderr: "" });
    expect(signed.stdout).toContain(`Signed in to ${registry.url} as ada of acme (enterprise admin).`);
    expect(signed.stdout).not.toContain(token);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    // The registry that one has signed in to is the one that is meant.
    expect(await run(["whoami"])).toMatchObject({
      code: 0,
      stdout: `ada of acme (enterprise admin) at ${registry.url}\n`,
    });
    const connector = path.join(config, "signed.connector.yaml");
    writeFileSync(connector, definition({ slug: "signed", name: "Signed" }));
    expect(await patchbay(["publish", connector], { env: env() })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("Published acme/signed@1.0.0"),
    });
    expect(await run(["sign-out"])).toMatchObject({ code: 0 });
    expect(readFileSync(file(), "utf8")).not.toContain(token);
    expect(await run(["sign-out", registry.url])).toMatchObject({
      code: 1,
      stderr: `You are not signed in to ${registry.url}.\n`,
    });
    expect(await run(["whoami", "--registry", registry.url])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(`needs a sign-in: patchbay registry sign-in ${registry.url}`),
    });
  });

  it("that does not count is not kept", async () => {
    const refused = await run(["sign-in", registry.url, "--token-stdin"], "nonsense");
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("The token is not one of this registry's.");
    expect(await run(["sign-in", registry.url, "--token-stdin"], " ")).toMatchObject({ code: 2 });
    expect(() => statSync(file())).toThrow();
  });

  it("is not sent in the clear, and a token of the environment not to where one has signed in", async () => {
    const clear = await run(["sign-in", "http://registry.example.com", "--token-stdin"], token);
    expect(clear).toMatchObject({ code: 2, stderr: expect.stringContaining("Use https://.") });
    await run(["sign-in", registry.url, "--token-stdin"], token);
    const before = registry.log.length;
    await patchbay(["registry", "whoami"], {
      // Nothing listens there, and it is where a token of the environment belongs.
      env: { ...env(), PATCHBAY_TOKEN: "cxr_of_another", PATCHBAY_REGISTRY: "http://127.0.0.1:1" },
    });
    expect(registry.log.length).toBe(before);
  });

  it("in a file that is broken is a sentence", async () => {
    writeFileSync(file(), "{");
    expect(await run(["whoami"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Delete it and sign in again."),
    });
  });
});

describe("with a code", () => {
  it("is confirmed by somebody who is signed in", async () => {
    const signing = run(["sign-in", registry.url]);
    // The code is on the terminal of whoever signs in; here it is the only one that waits.
    const waiting = async () =>
      (await registry.running.store.read((tx) => tx.all<{ client: string }>("select * from device_code"))).length;
    await expect.poll(waiting, { timeout: 20_000 }).toBe(1);
    const [row] = await registry.running.store.read((tx) =>
      tx.all<{ client: string }>("select client from device_code"),
    );
    expect(row?.client).toMatch(/^Patchbay on /);
    await registry.running.store.write((tx) =>
      tx.run(
        "update device_code set state = 'approved', principal = 'ada', enterprise = 'acme', roles = '[\"viewer\"]', scopes = '[]', token_expires_at = ?",
        "2031-03-31T12:00:00.000Z",
      ),
    );
    const { code, stdout, stderr } = await signing;
    expect(stderr).toMatch(
      new RegExp(`Open ${registry.url}/device in a browser and type in the code [A-Z]{4}-[A-Z]{4}`),
    );
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining("as ada of acme (viewer)") });
    expect((await run(["whoami"])).stdout).toContain("until 2031-03-31T12:00:00.000Z");
  });
  it("is refused in a sentence", async () => {
    const signing = run(["sign-in", registry.url]);
    const deny = () =>
      registry.running.store.write((tx) => tx.run("update device_code set state = 'denied' where state = 'pending'"));
    await expect.poll(deny, { timeout: 20_000 }).toBe(1);
    expect(await signing).toMatchObject({ code: 1, stderr: expect.stringContaining("The sign-in was refused.\n") });
  });
});

describe("at an identity provider", () => {
  let issuer: Issuer;
  let trusting: TestRegistry;
  let now = startOfTests;
  beforeAll(async () => {
    issuer = await startIssuer(() => now);
    trusting = await startTest(undefined, undefined, undefined, {
      oidc: readOidc({
        PATCHBAY_OIDC_ISSUER: issuer.url,
        PATCHBAY_OIDC_AUDIENCE: "patchbay",
        PATCHBAY_OIDC_CLIENT_ID: "command-line",
        PATCHBAY_OIDC_ENTERPRISES: "*=acme",
      }) as OidcSettings,
    });
  });
  afterAll(async () => {
    await trusting.stop();
    await issuer.stop();
  });

  it("is confirmed there, and renewed without a question", async () => {
    const forms: Record<string, string>[] = [];
    let token = await issuer.token({ roles: ["creator"] });
    issuer.answers.set("/device", (form) => {
      forms.push(Object.fromEntries(form));
      const code = { device_code: "long", user_code: "SHORT", verification_uri: "https://id.example.com/device" };
      return { status: 200, body: { ...code, expires_in: 60, interval: 1 } };
    });
    issuer.answers.set("/token", (form) => {
      forms.push(Object.fromEntries(form));
      if (forms.length === 2) return { status: 400, body: { error: "authorization_pending" } };
      return { status: 200, body: { access_token: token, refresh_token: `refresh-${forms.length}`, expires_in: 3600 } };
    });
    const signed = await run(["sign-in", trusting.url]);
    expect(signed).toMatchObject({ code: 0, stdout: expect.stringContaining("as ada of acme (creator)") });
    expect(signed.stderr).toContain("Open https://id.example.com/device in a browser and type in the code SHORT");
    expect(forms).toEqual([
      { client_id: "command-line", scope: "openid offline_access", audience: "patchbay" },
      ...[1, 2].map(() => ({
        grant_type: "urn:ietf:params:oauth:grant-type:device_code",
        device_code: "long",
        client_id: "command-line",
      })),
    ]);
    // Two hours later the token has ended, and the provider gives another one.
    now = "2031-03-01T14:00:00.000Z";
    trusting.setNow(now);
    token = await issuer.token({ roles: ["viewer"] });
    expect(await run(["whoami"])).toMatchObject({ code: 0, stdout: expect.stringContaining("ada of acme (viewer)") });
    expect(forms.at(-1)).toEqual({
      grant_type: "refresh_token",
      refresh_token: "refresh-3",
      client_id: "command-line",
    });
    expect(readFileSync(file(), "utf8")).toContain("refresh-4");
    // A sign-in that the provider has ended is asked for again.
    now = "2031-03-01T16:00:00.000Z";
    trusting.setNow(now);
    issuer.answers.set("/token", () => ({ status: 400, body: { error: "invalid_grant" } }));
    expect(await run(["whoami"])).toMatchObject({ code: 1, stderr: expect.stringContaining("Sign in again.") });
  });
});

it.each([
  ["https://registry.example.com", true],
  ["http://localhost:4870", true],
  ["http://127.0.0.1:4870/x", true],
  ["http://[::1]:4870", true],
  ["http://registry.example.com", false],
  ["http://localhost:4870@registry.example.com", false],
  ["http://localhost.example.com", false],
  ["https://ada@registry.example.com", false],
  ["javascript:https://x", false],
  ["https://", false],
])("%s is an address that a token may be sent to: %s", (address, isSafe) => {
  expect(isSafeAddress(address)).toBe(isSafe);
});

it("a person can confirm by the API, too", async () => {
  const { user_code, device_code } = await createClient({ baseUrl: registry.url, fetch }).createDeviceCode("a test");
  await ada.decideDevice(user_code, { decision: "approve", roles: [] });
  expect((await ada.takeDeviceToken(device_code)).roles).toEqual([]);
});
