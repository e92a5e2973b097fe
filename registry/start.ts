/** Starts a registry on a folder: store, first token, server; and ends it without losing a request. */
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { defaultPolicy, roles } from "../core/lifecycle/authority.ts";
import { createApp } from "./app.ts";
import { isToken, makeToken, tokenRow } from "./authenticate.ts";
import type { Context } from "./context.ts";
import { isPublicAddress } from "./jobs/address.ts";
import type { Channels } from "./jobs/deliver.ts";
import { createMailer, type MailSettings } from "./jobs/mail.ts";
import { startJobs } from "./jobs/schedule.ts";
import type { Webhook } from "./jobs/webhook.ts";
import type { Limits } from "./limits.ts";
import { Metrics } from "./metrics.ts";
import { createIdentities, createPublishers } from "./oidc.ts";
import type { Patience } from "./oidc-keys.ts";
import type { OidcSettings, TrustedPublisher } from "./oidc-settings.ts";
import type { Sender } from "./proxies.ts";
import { readSecretKey, subscriptionSecret } from "./secrets.ts";
import { StartError } from "./start-error.ts";
import { type Store, writeOrNot } from "./store/driver.ts";
import { openPostgres } from "./store/postgres.ts";
import { addressFile, openSqlite, prepareFolder } from "./store/sqlite.ts";
import { findToken, insertToken } from "./store/tokens.ts";

export interface StartOptions {
  /** Where the embedded store is, and the first administrator's token. */
  folder: string;
  /** URL of a PostgreSQL database, which then is the store; the folder keeps the token. */
  database?: string | undefined;
  host: string;
  /** 0 for any free one. */
  port: number;
  now: () => string;
  log: (entry: Record<string, unknown>) => void;
  checkAnswers?: boolean;
  /** How often somebody may ask; as often as they like if absent. */
  limits?: Limits | undefined;
  /** Where events are sent; nowhere if absent. */
  webhook?: Webhook | undefined;
  /** Where e-mail is handed in; none is sent if absent. */
  mail?: MailSettings | undefined;
  /** The registry's own key, 32 bytes as base64; an embedded registry makes one if absent. */
  secretKey?: string | undefined;
  /** Lets enterprises have receivers in private networks, too. */
  privateReceivers?: boolean | undefined;
  /** Where others reach the registry, if that is not where it listens. */
  publicUrl?: string | undefined;
  /** Says from where a request came, where a proxy stands before the registry. */
  sender?: Sender | undefined;
  /** Shows the global catalogue in a browser to everybody. */
  publicCatalogue?: boolean | undefined;
  /** What whoever watches the registry from elsewhere has to send; nobody does if absent. */
  metricsToken?: string | undefined;
  /** The identity provider whose tokens count; only the registry's own ones if absent. */
  oidc?: OidcSettings | undefined;
  /** Build jobs that may publish. */
  publishers?: readonly TrustedPublisher[] | undefined;
  /** How long an identity provider is left alone; tests are less patient. */
  patience?: Patience | undefined;
  /** False where a test does by hand, at its own time, what is done again and again. */
  jobs?: boolean | undefined;
}

export interface Running {
  /** `http://HOST:PORT`. */
  url: string;
  store: Store;
  /** Takes no more requests, finishes those at work, and closes the store. */
  close(): Promise<void>;
}

/** The enterprise and namespace of whoever starts a registry. */
export const localEnterprise = "local";
const adminTokenFile = "admin-token";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** Whether a host to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Starts a registry; throws a `StartError` with a sentence where that cannot be. */
export async function startRegistry(options: StartOptions): Promise<Running> {
  const { folder, host, port, now, log } = options;
  const store = options.database ? await openShared(options.database, folder, now()) : await openSqlite(folder, now());
  try {
    await ensureAdmin(store, folder, now());
    const sending = channelsOf(options);
    let url = "";
    const { oidc, publishers = [], publicUrl, patience } = options;
    const context: Context = {
      store,
      now,
      policy: defaultPolicy,
      sending,
      publicUrl: () => publicUrl ?? url,
      oidc: oidc && createIdentities(oidc, store, log, patience),
      publishers: publishers.length > 0 ? createPublishers(publishers, log, patience) : undefined,
    };
    const hosts = isLoopback(host) ? [...loopbackNames, host.toLowerCase()] : undefined;
    const app = createApp(context, {
      hosts,
      log,
      limits: options.limits,
      sender: options.sender,
      metrics: new Metrics(),
      metricsToken: options.metricsToken,
      site: {
        secure: options.publicUrl?.startsWith("https:") ?? false,
        publicCatalogue: options.publicCatalogue ?? false,
      },
      ...(options.checkAnswers && { checkAnswers: true }),
    });
    const server = createAdaptorServer({ fetch: app.fetch }) as Server;
    // Bodies that trickle in hold a connection no longer than this.
    server.headersTimeout = 15_000;
    server.requestTimeout = 30_000;
    const bound = await listen(server, host, port);
    url = `http://${host.includes(":") ? `[${host}]` : host}:${bound}`;
    writeFileSync(path.join(folder, addressFile), `${url}\n`);
    const stopJobs = options.jobs === false ? async () => {} : startJobs({ store, now, log, sending });
    return {
      url,
      store,
      close: async () => {
        await stopJobs();
        await stop(server, store, folder);
      },
    };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Where events can be sent, as far as the operator has said. */
function channelsOf({ folder, database, webhook, mail, secretKey, privateReceivers = false }: StartOptions): Channels {
  const key = readSecretKey(secretKey, folder, database !== undefined);
  return {
    operator: webhook,
    secretOf: key === undefined ? undefined : (subscription) => subscriptionSecret(key, subscription),
    mail: mail && createMailer(mail),
    mayReach: (address) => privateReceivers || isPublicAddress(address),
  };
}

/** A database that other processes share. The folder is this process's own. */
async function openShared(url: string, folder: string, now: string): Promise<Store> {
  prepareFolder(folder);
  return openPostgres(url, now);
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port)));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  switch (error.code) {
    case "EADDRINUSE":
      return new StartError(
        `Port ${port} on ${host} is taken. Stop what listens there, or give another one with --port (0: any free one).`,
      );
    case "EACCES":
      return new StartError(`Port ${port} on ${host} may not be used by this user. Give one above 1023 with --port.`);
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new StartError(`${host} is no address of this machine. Give 127.0.0.1 or another one with --host.`);
    default:
      return new StartError(`The registry cannot listen on ${host}:${port} (${error.message}).`);
  }
}

async function stop(server: Server, store: Store, folder: string): Promise<void> {
  rmSync(path.join(folder, addressFile), { force: true });
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    // Whoever keeps a request open for longer is cut off; nothing of it has been stored.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
  });
  await store.close();
}

/**
 * Makes the token of the first administrator. The file is written before the store knows the token, so that a crash in between
 * leaves a file that the next start takes up, and never a token that nobody has.
 */
async function ensureAdmin(store: Store, folder: string, now: string): Promise<void> {
  const id = "admin";
  if (await store.read((tx) => findToken(tx, id))) return;
  const file = path.join(folder, adminTokenFile);
  const known = existsSync(file) ? readFileSync(file, "utf8").trim() : "";
  const token = isToken(known) ? known : makeToken();
  if (token === known) chmodSync(file, 0o600);
  else writeDurably(file, `${token}\n`);
  const owner = {
    principal: "admin",
    enterprise: localEnterprise,
    roles,
    scopes: ["usage:write"] as const,
    createdBy: "registry",
  };
  const made = await writeOrNot(store, async (tx) => {
    // Of several processes that start at once, one makes the token; the others have none to give.
    const isFirst = (await findToken(tx, id)) === undefined;
    if (isFirst) await insertToken(tx, tokenRow(token, now, owner, id));
    return { keep: isFirst, result: isFirst };
  });
  if (!made) rmSync(file, { force: true });
}

function writeDurably(file: string, text: string): void {
  rmSync(file, { force: true });
  const handle = openSync(file, "wx", 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
