import { readFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { routeNames, routes } from "../../core/api/routes.ts";
import { params, queries, type Schema, schemas } from "../../core/api/schemas.ts";
import { verifyStore } from "../../registry/admin/verify.ts";
import { tell } from "../support/faults.ts";
import { definition, publication, publishFirst, refusal, startTest, type TestRegistry } from "./support.ts";

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startTest();
  await publishFirst(registry.admin, "local", "there", "global");
});
afterAll(() => registry.stop());

const version = "/api/v1/connectors/local/there/versions/1.0.0";
const put = (slug: string, body: string, headers: Record<string, string> = {}) =>
  registry.raw(`/api/v1/connectors/local/${slug}/versions/1.0.0`, {
    method: "PUT",
    token: registry.adminToken,
    headers: { "content-type": "application/json", ...headers },
    body,
  });

/** Sends bytes as they are, and gives what came back until the other side closed, or had said enough. */
function speak(
  text: string | Buffer,
  more: (socket: net.Socket) => void = () => undefined,
  patience = 3_000,
): Promise<string> {
  const { port } = new URL(registry.url);
  return new Promise((resolve) => {
    let said = "";
    const socket = net.connect(Number(port), "127.0.0.1", () => {
      socket.write(text);
      more(socket);
    });
    const end = () => {
      socket.destroy();
      resolve(said);
    };
    const timer = setTimeout(end, patience);
    socket.on("data", (data) => {
      said += data.toString();
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(said);
    });
  });
}

describe("injection", () => {
  const hostile = [
    "' or '1'='1",
    "'; drop table connector; --",
    '" or ""="',
    "\\'; delete from api_token; --",
    "1; vacuum",
    "%' escape '!' --",
    "x' union select sha256, prefix from api_token --",
    "{{7*7}}",
  ];

  it("of SQL finds nothing more and changes nothing, in every parameter of every list", async () => {
    const before = await registry.running.store.read((tx) => tx.all("select count(*) as n from connector"));
    let count = 0;
    for (const name of routeNames) {
      const route = routes[name];
      if (route.method !== "GET" || !route.query) continue;
      for (const parameter of Object.keys(queries[route.query].properties as object))
        for (const text of hostile) {
          const address = route.path
            .replace("{namespace}", "local")
            .replace("{slug}", "there")
            .replace(/\{\w+\}/g, "1.0.0");
          const response = await registry.raw(`${address}?${parameter}=${encodeURIComponent(text)}`, {
            token: registry.adminToken,
          });
          expect(response.status, `${name} ${parameter} ${text}`).toBeLessThan(500);
          const body = await response.text();
          expect(body).not.toMatch(/sqlite|syntax error|sha256":"[0-9a-f]{64}/i);
          if (response.status === 200 && ["q", "type", "auth", "owner", "domain"].includes(parameter))
            expect((JSON.parse(body) as { items: unknown[] }).items, `${parameter}=${text}`).toEqual([]);
          count++;
        }
    }
    for (const text of hostile)
      for (const address of [
        `/api/v1/connectors/${encodeURIComponent(text)}/x`,
        `/api/v1/reviews/${encodeURIComponent(text)}`,
      ])
        expect([400, 404]).toContain((await registry.raw(address, { token: registry.adminToken })).status);
    expect(await registry.running.store.read((tx) => tx.all("select count(*) as n from connector"))).toEqual(before);
    tell(`injection of SQL: ${count} parameters and addresses, nothing found and nothing changed`);
  });

  it("of headers ends no header: names with line breaks are refused", async () => {
    for (const principal of ["a\r\nset-cookie: x=1", "a\nb", "a\u0000b"])
      expect(await refusal(registry.admin.createToken({ principal, enterprise: "acme", roles: [] }))).toMatchObject({
        code: "invalid-request",
      });
    const response = await registry.raw("/healthz", { headers: { "x-request-id": "a b\tc" } });
    expect(response.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  it("of lines into the log is kept in its line", async () => {
    await registry.raw("/nothing/%0a%7B%22level%22:%22error%22%7D%1b[31m");
    await publishFirst(registry.admin, "local", "logged");
    for (const entry of registry.log) {
      const line = JSON.stringify(entry);
      expect(line.includes("\n") || line.includes("\u001b"), line).toBe(false);
    }
  });

  it("of HTML is text: errors are JSON that no browser reads as a page", async () => {
    const response = await registry.raw("/api/v1/connectors/%3Cscript%3Ealert(1)%3C/x", { token: registry.adminToken });
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it("of members that objects have by themselves changes no object", async () => {
    const files = [{ path: "c.connector.yaml", text: definition({ slug: "proto" }) }];
    const bodies = [
      `{"__proto__":{"admin":true},"files":${JSON.stringify(files)}}`,
      `{"constructor":{"prototype":{"admin":true}},"files":${JSON.stringify(files)}}`,
    ];
    for (const body of bodies) expect((await put("proto", body)).status).toBe(400);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe("files of a publication", () => {
  it.each([
    "../outside.yaml",
    "/etc/passwd",
    "a/../../b.yaml",
    "C:\\windows\\b.yaml",
    "a\\..\\b.yaml",
    "a//b.yaml",
    "./a.yaml",
    "a/./b.yaml",
    "nul\u0000.yaml",
    "line\nbreak.yaml",
    " ",
  ])("do not leave their folder by the path %j", async (name) => {
    const files = [
      { path: "c.connector.yaml", text: definition({ slug: "paths" }) },
      { path: name, text: "x" },
    ];
    const response = await put("paths", JSON.stringify({ files }));
    expect(response.status, await response.text()).toBe(400);
  });

  it("with one path twice, or as many as a bomb, are refused", async () => {
    const one = { path: "c.connector.yaml", text: definition({ slug: "paths" }) };
    expect((await put("paths", JSON.stringify({ files: [one, one] }))).status).toBe(400);
    const many = Array.from({ length: 5_000 }, (_, index) => ({ path: `f${index}`, text: "" }));
    expect((await put("paths", JSON.stringify({ files: [one, ...many] }))).status).toBe(400);
  });

  it("nested to any depth end neither the process nor its stack", async () => {
    for (const text of [
      `${"[".repeat(200_000)}`,
      `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
      `a: ${"[".repeat(50_000)}`,
    ]) {
      const files = [{ path: "c.connector.yaml", text }];
      expect([400, 422]).toContain((await put("deep", JSON.stringify({ files }))).status);
    }
    expect((await put("deep", `{"files":${"[".repeat(100_000)}`)).status).toBe(400);
  });

  it("that grow when they are read stay small: aliases of YAML are not multiplied", async () => {
    const levels = Array.from(
      { length: 30 },
      (_, i) =>
        `l${i}: &l${i} [${Array(10)
          .fill(i === 0 ? "x" : `*l${i - 1}`)
          .join(", ")}]`,
    );
    const before = process.memoryUsage().rss;
    const files = [{ path: "c.connector.yaml", text: levels.join("\n") }];
    expect([400, 422]).toContain((await put("laughs", JSON.stringify({ files }))).status);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });
});

describe("bodies and connections", () => {
  const head = (more: string) =>
    `PUT ${version} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${registry.adminToken}\r\ncontent-type: application/json\r\n${more}\r\n`;

  it("that are compressed are refused before they are unpacked", async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    for (const encoding of ["gzip", "deflate", "br"]) {
      const response = await registry.raw(version, {
        method: "PUT",
        token: registry.adminToken,
        headers: { "content-type": "application/json", "content-encoding": encoding },
        body: bomb,
      });
      expect(response.status).toBe(415);
    }
  });

  it("have each member once: a second one of the same name is refused or counts for nobody", async () => {
    const file = { path: "c.connector.yaml", text: definition({ slug: "twice" }) };
    const response = await put("twice", `{"scope":"enterprise","scope":"global","files":${JSON.stringify([file])}}`);
    // JSON lets the last one count, for checks and for storing alike; what is said is what is stored.
    if (response.status === 201) expect((await registry.admin.getConnector("local/twice")).scope).toBe("global");
    else expect(response.status).toBeLessThan(500);
  });

  it("that promise less or more than they hold, or speak two ways of length, get one answer at most", async () => {
    const cases = [
      `${head("content-length: 5\r\ntransfer-encoding: chunked\r\n")}0\r\n\r\n`,
      `${head("content-length: 5\r\ncontent-length: 6\r\n")}{}`,
      `${head("transfer-encoding: chunked, identity\r\n")}0\r\n\r\n`,
      `${head("transfer-encoding: chunked\r\n")}zz\r\nnonsense\r\n`,
      `GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: -1\r\n\r\n`,
      `GET /healthz HTTP/1.1\nhost : 127.0.0.1\r\n\r\n`,
      "\u0000\u0001\u0002\r\n\r\n",
      `GET /healthz HTTP/9.9\r\n\r\n`,
    ];
    for (const text of cases) {
      const said = await speak(text, undefined, 1_000);
      expect(said, text.slice(0, 80)).not.toMatch(/^HTTP\/1\.1 (?:2|5)/);
      expect(said.match(/^HTTP\/1\.1/gm)?.length ?? 0).toBeLessThanOrEqual(1);
    }
  });

  it("with a flood of headers are cut off", async () => {
    const flood = Array.from({ length: 5_000 }, (_, index) => `x-${index}: ${"y".repeat(20)}`).join("\r\n");
    expect(await speak(`GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n${flood}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 431/);
  });

  it("that trickle hold nobody up", async () => {
    const slow = Array.from({ length: 50 }, () =>
      speak(
        head("content-length: 1000\r\n"),
        (socket) => void setInterval(() => socket.write(" "), 100).unref(),
        1_500,
      ),
    );
    const begin = Array.from({ length: 20 }, () => registry.raw("/healthz"));
    for (const response of await Promise.all(begin)) expect(response.status).toBe(200);
    await Promise.all(slow);
  });

  it.each([
    "/api/v1/connectors/../../etc/passwd",
    "/api/v1/connectors/%2e%2e/%2e%2e",
    "/api/v1/connectors/local%2fthere",
    "/api/v1/connectors/local/there%00",
    "/api/v1/connectors/local/there/versions/%252e%252e",
    "//api/v1/connectors",
    "/api//v1/connectors",
    "/API/V1/CONNECTORS",
    "/api/v1/connectors/local/there;x=1",
    "/api/v1/connectors/%ff%fe",
    "/api/v1/connectors/%",
    "/style-/../etc/passwd",
  ])("by the odd address %s reach nothing", async (address) => {
    const said = await speak(
      `GET ${address} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${registry.adminToken}\r\nconnection: close\r\n\r\n`,
    );
    const status = Number(/^HTTP\/1\.1 (\d+)/.exec(said)?.[1]);
    expect([301, 302, 308, 400, 401, 404, 405], said.slice(0, 200)).toContain(status);
  });
});

describe("secrets", () => {
  it("stand in no log, no answer, no event and no table", async () => {
    const token = await registry.token({ principal: "secretive", enterprise: "acme", roles: ["enterprise_admin"] });
    const secret = token.slice(13);
    await registry.raw("/api/v1/whoami", { token });
    await registry.raw(`/api/v1/connectors?q=${token}`, { token: "cxr_00000000_x" });
    await registry.raw("/api/v1/whoami", { token: `${token.slice(0, -1)}x` });
    await put("secret", JSON.stringify({ files: [{ path: "c.connector.yaml", text: token }] }));
    const list = JSON.stringify(await registry.admin.listTokens());
    expect(list).not.toContain(secret);
    expect(JSON.stringify(registry.log)).not.toContain(secret);
    const events = await registry.running.store.read((tx) => tx.all("select * from audit_event"));
    expect(JSON.stringify(events)).not.toContain(secret);
    // The file of the store, byte by byte, with what is not yet merged into it.
    for (const file of ["registry.db", "registry.db-wal"]) {
      const bytes = readFileSync(path.join(registry.folder, file));
      expect(bytes.includes(secret), file).toBe(false);
      expect(bytes.includes(registry.adminToken.slice(13)), file).toBe(false);
    }
  });

  it("of others are guessed by nobody: a wrong token says nothing about the right one", async () => {
    const token = await registry.token({ principal: "guessed", enterprise: "acme", roles: [] });
    const answers = await Promise.all(
      [
        `${token.slice(0, 13)}${"x".repeat(43)}`,
        `cxr_ffffffff_${"x".repeat(43)}`,
        `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
      ].map(async (guess) => {
        const response = await registry.raw("/api/v1/whoami", { token: guess });
        const { detail } = (await response.json()) as { detail: string };
        return [response.status, detail];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.[0]).toBe(401);
  });
});

describe("patterns", () => {
  /** Every pattern of the API, which strangers' texts are compared with. */
  const patterns = new Set<string>();
  const collect = (schema: unknown): void => {
    if (Array.isArray(schema)) return schema.forEach(collect);
    if (typeof schema !== "object" || schema === null) return;
    const { pattern } = schema as Schema;
    if (typeof pattern === "string") patterns.add(pattern);
    Object.values(schema).forEach(collect);
  };
  for (const each of [schemas, params, queries]) collect(each);

  // Only a group that repeats what repeats itself can be read in exponentially many ways; counting steps would depend on the machine.
  const repeats = /\((?:[^()\\]|\\.)*(?:[*+]|\{\d+,\d*\})(?:[^()\\]|\\.)*\)(?:[*+]|\{)/;

  it("that explode are recognised", () => {
    expect(["(a+)+$", "^(?:a*b)*", "(x{2,}y){3}"].every((pattern) => repeats.test(pattern))).toBe(true);
  });

  it.each([...patterns])("%s repeats nothing that repeats itself", (pattern) => {
    expect(pattern).not.toMatch(repeats);
  });
});

it("leaves a store that is whole, after all of that", async () => {
  expect((await verifyStore(registry.running.store)).problems).toEqual([]);
  expect((await registry.admin.getContent("local/there", "1.0.0")).files).toEqual(
    publication({ slug: "there", name: "there" }).files,
  );
});
