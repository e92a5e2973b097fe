import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { decisionOf, tidyCode } from "../../registry/web/device.ts";
import { refusal, stores, type TestRegistry } from "./support.ts";

describe.each(stores)("the page for devices, on $name", ({ start }) => {
  let registry: TestRegistry;
  let token = "";
  beforeAll(async () => {
    registry = await start({ publicCatalogue: true });
    token = await registry.token({ principal: "ada", enterprise: "acme", roles: ["creator"] });
  });
  afterAll(() => registry.stop());

  const anybody = () => createClient({ baseUrl: registry.url, fetch });
  const page = async (address: string, init: RequestInit = {}, cookie: string | undefined = token) => {
    const response = await registry.raw(address, {
      redirect: "manual",
      ...init,
      headers: { accept: "text/html", ...(cookie && { cookie: `patchbay=${cookie}` }), ...init.headers },
    });
    return { status: response.status, text: await response.text(), headers: response.headers };
  };
  const decide = (fields: Record<string, string>, headers: Record<string, string> = {}, cookie?: string) =>
    page(
      "/device",
      { method: "POST", body: new URLSearchParams(fields), headers: { "sec-fetch-site": "same-origin", ...headers } },
      cookie,
    );

  it("lets in what somebody has begun who is signed in", async () => {
    const { user_code: code, device_code } = await anybody().createDeviceCode("<b>Editor</b>");
    const shown = await page(`/device?code=${code.toLowerCase().replace("-", " ")}`);
    expect(shown.status).toBe(200);
    expect(shown.text).toContain("&lt;b&gt;Editor&lt;/b&gt;");
    expect(shown.text).toContain(`<code>${code}</code>`);
    expect(shown.text).toContain("with your rights (creator)");
    expect(shown.headers.get("content-security-policy")).toContain("form-action 'self'");
    const done = await decide({ code, decision: "approve" });
    expect([done.status, done.text.includes("It is signed in.")]).toEqual([200, true]);
    expect(await anybody().takeDeviceToken(device_code)).toMatchObject({ principal: "ada", roles: ["creator"] });
  });

  it("refuses it, too, and says what was decided already", async () => {
    const { user_code: code, device_code } = await anybody().createDeviceCode("Editor");
    expect((await decide({ code, decision: "deny" })).text).toContain("It was refused.");
    expect((await page(`/device?code=${code}`)).text).toContain("It was refused.");
    expect((await refusal(anybody().takeDeviceToken(device_code))).code).toBe("access-denied");
  });

  it("asks for the code, and for a sign-in, with the way back", async () => {
    expect((await page("/device")).text).toContain("Code that the device shows");
    const { user_code: code } = await anybody().createDeviceCode("Editor");
    const asked = await page(`/device?code=${code}`, {}, "");
    expect(asked.status).toBe(401);
    expect(asked.text).toContain(`name="next" value="/device?code=${code}"`);
    // Whoever only looks at the public catalogue lets nothing in.
    expect((await decide({ code, decision: "approve" }, {}, "")).status).toBe(401);
  });

  it("decides nothing for another site, and nothing unclear", async () => {
    const { user_code: code } = await anybody().createDeviceCode("Editor");
    expect((await decide({ code, decision: "approve" }, { "sec-fetch-site": "cross-site" })).status).toBe(403);
    expect((await decide({ code })).status).toBe(400);
    expect((await decide({ code: "BCDF-BCDF", decision: "approve" })).status).toBe(404);
    expect((await decide({ code: "../../x", decision: "approve" })).status).toBe(400);
    expect((await page(`/device?code=${code}`)).text).toContain("Does it show this code?");
  });

  it("and all other pages give a token no more than its scope", async () => {
    const builder = { principal: "ci", enterprise: "acme", roles: ["viewer" as const], scopes: ["publish" as const] };
    const limited = await registry.token(builder);
    expect((await page("/", {}, limited)).status).toBe(403);
    const { user_code: code } = await anybody().createDeviceCode("Editor");
    expect((await decide({ code, decision: "approve" }, {}, limited)).status).toBe(403);
  });
});

it.each([
  ["bcdf ghjk", "BCDF-GHJK"],
  ["BCDF-GHJK", "BCDF-GHJK"],
  ["bcd", "BCD"],
  [undefined, ""],
])("the code %j is read as %s", (text, code) => {
  expect(tidyCode(text)).toBe(code);
});

it("only two words are decisions", () => {
  expect(["approve", "deny", "maybe", null].map(decisionOf)).toEqual(["approve", "deny", undefined, undefined]);
});
