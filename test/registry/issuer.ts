/** An identity provider for tests: a real server with keys of its own, which can turn its keys, lie, and be away. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from "jose";

export interface Issuer {
  readonly url: string;
  /** What was asked for so far, as `METHOD path`. */
  readonly asked: string[];
  /** A token as the provider makes it, with other claims, head or key where a test wants that. */
  token(
    claims?: JWTPayload,
    head?: Record<string, unknown>,
    key?: CryptoKey,
    critical?: readonly string[],
  ): Promise<string>;
  /** New keys; the old ones are no longer listed. */
  turnKeys(): Promise<void>;
  /** The key that signs now, as its public JWK, and as PEM-free raw parts for tricks. */
  publicJwk(): Promise<Record<string, unknown>>;
  /** What the server answers with instead: a status, or something that is no answer. */
  behave(how: "well" | "down" | "nonsense" | "elsewhere"): void;
  /** Answers for other paths, for a test that needs more of a provider. */
  answers: Map<string, (form: URLSearchParams) => { status: number; body: unknown }>;
  stop(): Promise<void>;
}

/** `now` gives the time at which tokens are made. */
export async function startIssuer(now: () => string, audience = "patchbay"): Promise<Issuer> {
  const asked: string[] = [];
  let behaviour: Parameters<Issuer["behave"]>[0] = "well";
  let number = 0;
  const makeKeys = async () => ({ ...(await generateKeyPair("ES256")), kid: `key-${number++}` });
  let keys = await makeKeys();
  const answers: Issuer["answers"] = new Map();
  const publicJwk = async () => ({ ...(await exportJWK(keys.publicKey)), kid: keys.kid, alg: "ES256", use: "sig" });
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    asked.push(`${request.method} ${path}`);
    let body = "";
    for await (const chunk of request) body += chunk;
    const send = (status: number, value: unknown) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    };
    if (behaviour === "down") return void response.destroy();
    if (behaviour === "nonsense") return send(200, "no keys here");
    const other = answers.get(path);
    if (other) {
      const { status, body: value } = other(new URLSearchParams(body));
      return send(status, value);
    }
    if (path === "/.well-known/openid-configuration")
      return send(200, {
        issuer: behaviour === "elsewhere" ? "https://elsewhere.example.com" : url,
        jwks_uri: `${url}/keys`,
        device_authorization_endpoint: `${url}/device`,
        token_endpoint: `${url}/token`,
      });
    if (path === "/keys") return send(200, { keys: [await publicJwk()] });
    send(404, {});
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    answers,
    publicJwk,
    async token(claims = {}, head = {}, key = keys.privateKey, critical = []) {
      const seconds = Math.floor(Date.parse(now()) / 1000);
      const standard = { iss: url, aud: audience, sub: "ada", iat: seconds, exp: seconds + 3600 };
      return new SignJWT({ ...standard, ...claims })
        .setProtectedHeader({ alg: "ES256", kid: keys.kid, ...head })
        .sign(key, { crit: Object.fromEntries(critical.map((name) => [name, true])) });
    },
    async turnKeys() {
      keys = await makeKeys();
    },
    behave(how) {
      behaviour = how;
    },
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
