/** Sends something to an address that somebody else has chosen: no redirects, no private networks, little patience. */
import { lookup as resolve } from "node:dns";
import http from "node:http";
import https from "node:https";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";

const PATIENCE = 10_000;
/** Answers are not read further than this; only their status counts. */
const ANSWER_LIMIT = 64 * 1024;

/** An address that must not be reached from here. */
class Forbidden extends Error {
  constructor(address: string) {
    super(`${address} is not a public address`);
    this.name = "Forbidden";
  }
}

/**
 * Posts a text; gives what went wrong, in words that hold nothing of what was sent. `mayReach` is asked about the very address that
 * is connected to, so that a name which means another one a moment later gains nothing.
 */
export function post(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  mayReach: (address: string) => boolean,
  patience = PATIENCE,
): Promise<string | undefined> {
  return new Promise((done) => {
    const fail = (error: unknown) => done(sentence(error));
    try {
      const target = new URL(url);
      const host = target.hostname.replace(/^\[|\]$/g, "");
      // An address that is written out is never looked up.
      if (isIP(host) && !mayReach(host)) throw new Forbidden(host);
      const client = target.protocol === "https:" ? https : http;
      const request = client.request(target, {
        method: "POST",
        headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
        lookup: guarded(mayReach),
        agent: false,
      });
      // A receiver that answers drop by drop would hold the connection as long as it likes.
      const timer = setTimeout(() => request.destroy(new Error("TIMEOUT")), patience);
      request.on("error", fail);
      request.on("close", () => clearTimeout(timer));
      request.on("response", (response) => {
        const status = response.statusCode ?? 0;
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          if (size > ANSWER_LIMIT) request.destroy();
        });
        response.on("error", () => undefined);
        done(status >= 200 && status < 300 ? undefined : `The receiver answered with status ${status}.`);
        response.resume();
      });
      request.end(body);
    } catch (error) {
      fail(error);
    }
  });
}

/** Looks names up as usual, and refuses those of which any address is out of bounds. */
function guarded(mayReach: (address: string) => boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, "", 0);
      const wrong = addresses.find(({ address }) => !mayReach(address));
      const [first] = addresses;
      if (wrong || !first) return callback(new Forbidden(host) as NodeJS.ErrnoException, "", 0);
      if ((options as { all?: boolean }).all)
        return (callback as unknown as (e: null, all: object[]) => void)(null, addresses);
      return callback(null, first.address, first.family);
    });
  };
}

function sentence(error: unknown): string {
  if (error instanceof Forbidden)
    return "The receiver is in a private network, which this registry does not send to. Ask its operator.";
  const { code, message } = error as { code?: unknown; message?: unknown };
  const reason = typeof code === "string" ? code : message === "TIMEOUT" ? "it took too long" : "the connection broke";
  return `The receiver could not be reached (${reason}).`;
}
