import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type RegistryClient } from "../../core/api/client.ts";
import { routeNames, routes } from "../../core/api/routes.ts";
import type { Scope } from "../../core/api/types.ts";
import type { Role } from "../../core/lifecycle/authority.ts";
import { fanOut } from "../../registry/jobs/fan-out.ts";
import { definition, publication, publishFirst, refusal, startOfTests, stores, type TestRegistry } from "./support.ts";

/**
 * Who gets what from every route, by hand. Callers in order: nobody, viewer, creator, enterprise admin, platform admin, service – all
 * of acme. The connectors: `own` of acme, `foreign` of globex, `global` of globex, `gone` of acme and unpublished. The requests:
 * `asked` by the creator, `asked-global` by the enterprise admin, `asked-foreign` by an enterprise admin of globex. `drafted` has a
 * draft of the creator.
 */
const callers = ["nobody", "viewer", "creator", "enterprise_admin", "platform_admin", "service"] as const;
const golden = `
  getHealth                    200 200 200 200 200 200
  getReadiness                 200 200 200 200 200 200
  getOpenApi                   200 200 200 200 200 200
  getMeta                      200 200 200 200 200 200
  getProtectedResource         200 200 200 200 200 200
  createDeviceCode             201 201 201 201 201 201
  createDeviceToken            400 400 400 400 400 400
  getDeviceCode                401 200 200 200 200 200
  putDeviceApproval            401 200 200 200 200 200
  createPublishToken           401 401 401 401 401 401
  getWhoami                    401 200 200 200 200 200
  listTokens                   401 403 403 200 200 403
  createToken own              401 403 403 201 201 403
  createToken foreign          401 403 403 403 201 403
  deleteToken own              401 403 403 204 204 403
  deleteToken foreign          401 403 403 404 204 403
  listConnectors               401 200 200 200 200 200
  getConnector own             401 200 200 200 200 404
  getConnector foreign         401 404 404 404 200 404
  getConnector global          401 200 200 200 200 404
  getConnector gone            401 404 404 200 200 404
  listVersions own             401 200 200 200 200 404
  listVersions foreign         401 404 404 404 200 404
  listVersions global          401 200 200 200 200 404
  listVersions gone            401 404 404 200 200 404
  getVersion own               401 200 200 200 200 404
  getVersion foreign           401 404 404 404 200 404
  getVersion global            401 200 200 200 200 404
  getVersion gone              401 404 404 200 200 404
  getContent own               401 200 200 200 200 404
  getContent foreign           401 404 404 404 200 404
  getContent global            401 200 200 200 200 404
  getContent gone              401 404 404 200 200 404
  getVerdict own               401 200 200 200 200 404
  getVerdict foreign           401 404 404 404 200 404
  getVerdict global            401 200 200 200 200 404
  getVerdict gone              401 404 404 200 200 404
  putVersion own               401 403 403 200 200 404
  putVersion foreign           401 404 404 404 403 404
  putVersion global            401 403 403 403 200 404
  putVersion gone              401 404 404 200 200 404
  putVersion new               401 403 403 201 201 403
  putVersion new-foreign       401 404 404 404 403 404
  putVersion new-global        401 403 403 403 201 403
  putVersion dry-own           401 403 200 200 200 404
  putVersion dry-foreign       401 404 404 404 200 404
  putVersion dry-global        401 403 200 200 200 404
  putDeprecation own           401 403 403 428 428 404
  putDeprecation foreign       401 404 404 404 428 404
  putDeprecation global        401 403 403 403 428 404
  putDeprecation gone          401 404 404 428 428 404
  deleteDeprecation own        401 403 403 428 428 404
  deleteDeprecation foreign    401 404 404 404 428 404
  deleteDeprecation global     401 403 403 403 428 404
  deleteDeprecation gone       401 404 404 428 428 404
  putPublication own           401 403 403 428 428 404
  putPublication foreign       401 404 404 404 428 404
  putPublication global        401 403 403 403 428 404
  putPublication gone          401 404 404 428 428 404
  createPromotion own          401 403 403 403 428 404
  createPromotion foreign      401 404 404 404 428 404
  createPromotion global       401 403 403 403 428 404
  createPromotion gone         401 404 404 403 428 404
  createReview new             401 403 201 201 403 403
  createReview new-foreign     401 404 404 404 403 404
  createReview new-global      401 403 403 201 403 403
  createReview global          401 403 403 403 403 404
  createReview promotion-own   401 403 403 201 403 404
  createReview promotion-foreign 401 404 404 404 403 404
  createReview promotion-global 401 403 403 403 403 404
  listConnectorReviews own     401 200 200 200 200 404
  listConnectorReviews foreign 401 404 404 404 200 404
  listConnectorReviews asked   401 404 200 200 200 404
  listReviews                  401 200 200 200 200 200
  getReview asked              401 404 200 200 200 404
  getReview asked-global       401 404 404 200 200 404
  getReview asked-foreign      401 404 404 404 200 404
  getReviewContent asked       401 404 200 200 200 404
  getReviewContent asked-global 401 404 404 200 200 404
  getReviewContent asked-foreign 401 404 404 404 200 404
  putReviewDecision asked      401 404 403 428 428 404
  putReviewDecision asked-global 401 404 404 403 428 404
  putReviewDecision asked-foreign 401 404 404 404 428 404
  deleteReview asked           401 404 428 428 403 404
  deleteReview asked-global    401 404 404 428 403 404
  deleteReview asked-foreign   401 404 404 404 403 404
  listDrafts                   401 200 200 200 200 200
  getDraft drafted             401 404 200 404 200 404
  getDraft new                 401 404 404 404 404 404
  putDraft own                 401 403 201 201 403 404
  putDraft foreign             401 404 404 404 403 404
  putDraft global              401 403 403 403 403 404
  putDraft new                 401 403 201 201 403 403
  putDraft new-foreign         401 404 404 404 403 404
  deleteDraft drafted          401 403 428 404 403 403
  getUsage own                 401 200 200 200 200 404
  getUsage foreign             401 404 404 404 200 404
  getUsage global              401 200 200 200 200 404
  getUsage gone                401 404 404 200 200 404
  listAllAudit                 401 403 403 200 200 403
  getContentByDigest own       401 200 200 200 200 404
  getContentByDigest foreign   401 404 404 404 200 404
  getImpact own                401 200 200 200 200 404
  getImpact foreign            401 404 404 404 200 404
  getImpact global             401 200 200 200 200 404
  getImpact gone               401 404 404 200 200 404
  putConnection own            401 403 403 403 403 201
  putConnection own-again      401 403 403 403 403 200
  deleteConnection own         401 403 403 403 403 204
  listAudit own                401 403 403 200 200 404
  listAudit foreign            401 404 404 404 200 404
  listAudit global             401 403 403 403 200 404
  listAudit gone               401 404 404 200 200 404
  getRegistryPolicy            401 200 200 200 200 200
  putRegistryPolicy            401 403 403 403 428 403
  getPolicy own                401 200 200 200 200 403
  getPolicy foreign            401 403 403 403 200 403
  putPolicy own                401 403 403 428 428 403
  putPolicy foreign            401 403 403 403 428 403
  listNotices                  401 200 200 200 200 403
  putNoticeRead own            401 204 204 204 204 403
  putNoticeRead foreign        401 404 404 404 404 403
  listSubscriptions            401 200 200 200 200 403
  createSubscription           401 403 403 201 201 403
  deleteSubscription own       401 403 403 204 204 403
  deleteSubscription foreign   401 404 404 404 204 404
  createSubscriptionTest own   401 403 403 202 202 403
  createSubscriptionTest foreign 401 404 404 404 202 404
  listDeliveries own           401 200 200 200 200 403
  listDeliveries foreign       401 404 404 404 200 404
  createRedelivery own         401 403 403 202 202 403
  createRedelivery foreign     401 404 404 404 202 404
  createUsageReport            401 403 403 403 403 202
`;

const lines = golden
  .trim()
  .split("\n")
  .map((line) => line.trim().match(/^(\w+)(?: +([a-z-]+))? +((?:\d{3} ?)+)$/)!);

describe.each(stores)("authority on $name", ({ start }) => {
  let registry: TestRegistry;
  const tokens = new Map<string, string>();
  const connectors: Record<string, string> = {
    own: "acme/own",
    foreign: "globex/foreign",
    global: "globex/world",
    gone: "acme/gone",
    asked: "acme/asked",
    drafted: "acme/drafted",
  };
  const reviews: Record<string, string> = {};
  const notices: Record<string, string> = {};
  const admins: Record<string, RegistryClient> = {};

  beforeAll(async () => {
    registry = await start();
    for (const enterprise of ["acme", "globex"]) await registry.token({ principal: "first", enterprise, roles: [] });
    for (const [key, id] of Object.entries(connectors).slice(0, 4)) {
      const [namespace = "", slug = ""] = id.split("/");
      const connector = await publishFirst(registry.admin, namespace, slug, key === "global" ? "global" : "enterprise");
      if (key !== "gone") continue;
      // A connection that was there before goes on, so that it can be made active again below.
      await registry.admin.reportUsage({
        source: "connected",
        sequence: 0,
        connections: [{ id: "c", enterprise: "acme", connector: id, version: "1.0.0", state: "inactive" }],
      });
      await registry.admin.unpublish(connector.id, connector.etag);
    }
    for (const role of callers) {
      if (role === "nobody") continue;
      const roles = role === "service" ? [] : [role as Role];
      tokens.set(
        role,
        await registry.token({
          principal: `the-${role}`,
          enterprise: "acme",
          roles,
          scopes: role === "service" ? ["usage:write"] : [],
        }),
      );
    }
    const ask = async (token: string, what: string, id: string, scope: Scope) => {
      const client = createClient({ baseUrl: registry.url, token, fetch });
      const request = { ...publication({ slug: id.split("/")[1]! }), kind: "publication" as const, scope };
      reviews[what] = (await client.requestReview(id, { ...request, version: "1.0.0" })).id;
      return client;
    };
    const creator = await ask(tokens.get("creator")!, "asked", "acme/asked", "enterprise");
    const { files } = publication({ slug: "drafted" });
    await creator.putDraft("acme/drafted", { files });
    await ask(tokens.get("enterprise_admin")!, "asked-global", "acme/asked-global", "global");
    const elsewhere = { principal: "eve", enterprise: "globex", roles: ["enterprise_admin" as const] };
    await ask(await registry.token(elsewhere), "asked-foreign", "globex/asked-foreign", "enterprise");
    await fanOut(registry.running.store, startOfTests, false);
    for (const [what, enterprise] of Object.entries({ own: "acme", foreign: "globex" })) {
      admins[enterprise] = await registry.client("first", enterprise, ["enterprise_admin"]);
      notices[what] = (await admins[enterprise].listNotices()).items[0]!.id;
    }
  });
  afterAll(() => registry.stop());

  it("has a golden line for every route", () => {
    expect(new Set(lines.map(([, name]) => name))).toEqual(new Set(routeNames));
  });

  it.each(
    lines.map(([, name, what, statuses]) => [name!, what ?? "", statuses!.trim().split(" ").map(Number)] as const),
  )("%s %s", async (name, what, statuses) => {
    for (const [index, caller] of callers.entries()) {
      const { status, text } = await call(name as (typeof routeNames)[number], what, caller);
      expect(status, `${caller}: ${text}`).toBe(statuses[index]);
    }
  });

  async function call(
    name: (typeof routeNames)[number],
    what: string,
    caller: string,
  ): Promise<{ status: number; text: string }> {
    const route = routes[name];
    const unique = `${name.toLowerCase()}-${caller.replace("_", "-")}-${what}`;
    const target =
      what === "new" || what === "new-global"
        ? `acme/${unique}`
        : what === "new-foreign"
          ? `globex/${unique}`
          : (connectors[what.replace(/^(dry|promotion)-/, "")] ?? "acme/own");
    const [namespace = "", slug = ""] = target.split("/");
    let id = reviews[what] ?? (name.endsWith("Connection") ? "c-1" : "");
    if (name === "deleteToken")
      id = (
        await registry.admin.createToken({ principal: "x", enterprise: what === "own" ? "acme" : "globex", roles: [] })
      ).id;
    let delivery = "";
    const { user_code = "" } = name.includes("Device") ? await registry.admin.createDeviceCode("a test") : {};
    if (name === "putNoticeRead") id = notices[what] ?? "";
    if (route.path.includes("/subscriptions/{id}")) {
      const owner = what === "own" ? "acme" : "globex";
      id = (await admins[owner]!.createSubscription({ target: "https://example.com/hook" })).id;
      delivery = name === "createRedelivery" ? (await admins[owner]!.testSubscription(id)).id : "";
    }
    const digest = name === "getContentByDigest" ? (await registry.admin.getVersion(target, "1.0.0")).digest : "";
    const values: Record<string, string> = { digest, namespace, slug, version: "1.0.0", id, delivery, user_code };
    const path = route.path.replace(/\{(\w+)\}/g, (_, key: string) => values[key]!);
    const files = [{ path: "connector.connector.yaml", text: definition({ slug, name: slug }) }];
    const scope = what === "new-global" ? { scope: "global" } : {};
    const bodies: Record<string, unknown> = {
      createDeviceCode: { client: "a test" },
      createDeviceToken: { device_code: "nonsense" },
      putDeviceApproval: { decision: "approve" },
      createPublishToken: { token: "nonsense" },
      createToken: { principal: "new", enterprise: what === "own" ? "acme" : "globex", roles: ["viewer"] },
      putVersion: { files, ...scope },
      createReview: what.startsWith("promotion-")
        ? { kind: "promotion" }
        : { kind: "publication", version: "1.0.0", files, ...scope },
      putReviewDecision: { decision: "approve" },
      putDraft: { files },
      putDeprecation: { sunset_at: "2031-06-01", message: "Going." },
      putPublication: { state: "unpublished" },
      createPromotion: {},
      createSubscription: { target: "https://example.com/hook" },
      putRegistryPolicy: {},
      putPolicy: {},
      putConnection: { connector: "acme/own", version: "1.0.0", state: "active" },
      createUsageReport: { source: caller, sequence: 1 },
    };
    const body = bodies[name];
    const response = await registry.raw(`${path}${what.startsWith("dry-") ? "?dry_run=1" : ""}`, {
      method: route.method,
      token: tokens.get(caller),
      ...(body !== undefined && { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    return { status: response.status, text: await response.text() };
  }

  it("shows in lists only what may be seen", async () => {
    const seen = async (role: string, query = "?state=any") => {
      const response = await registry.raw(`/api/v1/connectors${query}&limit=100`, { token: tokens.get(role) });
      const { items } = (await response.json()) as { items: { id: string }[] };
      return items
        .map(({ id }) => id)
        .filter((id) => Object.values(connectors).includes(id))
        .sort();
    };
    expect(await seen("viewer")).toEqual(["acme/own", "globex/world"]);
    expect(await seen("enterprise_admin")).toEqual(["acme/gone", "acme/own", "globex/world"]);
    expect(await seen("platform_admin")).toEqual(["acme/gone", "acme/own", "globex/foreign", "globex/world"]);
    expect(await seen("service")).toEqual([]);
  });

  it("shows an unpublished connector to those who are connected to it", async () => {
    const version = "1.0.0";
    await registry.admin.reportUsage({
      source: "connected",
      sequence: 1,
      connections: [{ id: "c", enterprise: "acme", connector: "acme/gone", version, state: "active" }],
    });
    const viewer = await registry.client("vera", "acme", ["viewer"]);
    expect((await viewer.getConnector("acme/gone")).state).toBe("unpublished");
  });

  it("asks a platform admin for a reason in another enterprise", async () => {
    const admin = await registry.client("paula", "acme", ["platform_admin"]);
    const files = [{ path: "connector.connector.yaml", text: definition({ slug: "helped" }) }];
    const error = await refusal(admin.publish("globex/helped", "1.0.0", { files }));
    expect(error).toMatchObject({ code: "forbidden" });
    expect(error.message).toContain("needs a reason");
    await admin.publish("globex/helped", "1.0.0", { files, reason: "Their admin is ill." });
    expect((await admin.listAudit("globex/helped")).items[0]).toMatchObject({
      actor: "paula@acme",
      detail: { reason: "Their admin is ill." },
    });
  });

  it("lets nobody hand out more than they hold", async () => {
    const admin = await registry.client("ed", "acme", ["enterprise_admin"]);
    for (const token of [
      { principal: "x", enterprise: "acme", roles: ["platform_admin" as const] },
      { principal: "x", enterprise: "acme", roles: [], scopes: ["usage:write" as const] },
    ])
      expect(await refusal(admin.createToken(token))).toMatchObject({ code: "forbidden" });
    const { items } = await admin.listTokens();
    expect(new Set(items.map(({ enterprise }) => enterprise))).toEqual(new Set(["acme"]));
  });

  it("knows expired, revoked, unknown and garbled tokens", async () => {
    registry.setNow("2031-03-01T12:00:00.000Z");
    const created = await registry.admin.createToken({
      principal: "brief",
      enterprise: "acme",
      roles: ["viewer"],
      expires_at: "2031-03-02T00:00:00Z",
    });
    const whoami = (token: string) => registry.raw("/api/v1/whoami", { token });
    expect((await whoami(created.token)).status).toBe(200);
    registry.setNow("2031-03-02T00:00:00.000Z");
    const expired = await whoami(created.token);
    expect(expired.status).toBe(401);
    expect(expired.headers.get("www-authenticate")).toContain("Bearer");
    expect(await expired.json()).toMatchObject({ detail: expect.stringContaining("expired at 2031-03-02") });
    registry.setNow("2031-03-01T12:00:00.000Z");
    await registry.admin.revokeToken(created.id);
    await registry.admin.revokeToken(created.id);
    expect(await (await whoami(created.token)).json()).toMatchObject({ detail: expect.stringContaining("revoked") });
    const last = created.token.at(-1) === "A" ? "B" : "A";
    for (const token of ["", "x", "cxr_00000000_x", created.token.slice(0, -1) + last, `${created.token}x`])
      expect((await whoami(token)).status, token).toBe(401);
    expect(
      await refusal(
        registry.admin.createToken({
          principal: "x",
          enterprise: "acme",
          roles: [],
          expires_at: "2030-01-01T00:00:00Z",
        }),
      ),
    ).toMatchObject({ code: "invalid-request" });
  });

  it("keeps tokens out of the log and out of lists", async () => {
    const { token } = await registry.admin.createToken({ principal: "quiet", enterprise: "acme", roles: [] });
    await registry.raw("/api/v1/whoami", { token });
    const secret = token.slice(12);
    expect(JSON.stringify(registry.log)).not.toContain(secret);
    expect(JSON.stringify(await registry.admin.listTokens())).not.toContain(secret);
  });
});
