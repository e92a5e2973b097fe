/** The entry of the registry's bundle: arguments in, one line on standard output when ready, the log on standard error. */
import path from "node:path";
import { type AdminCommand, adminCommands, administrate, withFile } from "./admin/commands.ts";
import { readMail } from "./jobs/mail.ts";
import { readWebhook } from "./jobs/webhook.ts";
import { readLimits } from "./limits.ts";
import { readOidc, readPublishers } from "./oidc-settings.ts";
import { isLoopback, startRegistry } from "./start.ts";
import { StartError } from "./start-error.ts";
import { findSqlite } from "./store/sqlite.ts";

const usage = `Usage: patchbay registry start [--data DIR] [--host 127.0.0.1] [--port 4870]
       patchbay registry backup FILE | restore FILE | export FILE | import FILE | verify | doctor  [--data DIR]

  --data DIR   where everything is kept (.patchbay/registry in the current folder if absent)
  --host HOST  what to listen on (127.0.0.1: this machine only)
  --port PORT  0 for any free one

The first start writes a token for the administrator to DIR/admin-token.
With DATABASE_URL, a PostgreSQL database of version 15 or later is the store, which several registries may share.
backup copies a store while it is in use; restore puts it into a new folder. export and import move everything, also from a folder to
PostgreSQL; verify proves that nothing was changed; doctor says what keeps a registry from working.`;

interface Arguments {
  data: string;
  host: string;
  port: number;
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  if (!process.env.DATABASE_URL && !findSqlite())
    throw new StartError(
      `The registry needs Node 22.13 or later with node:sqlite; this is Node ${process.versions.node} without it. Install a newer Node, or set PATCHBAY_NODE to one.`,
    );
  // Connectors and tokens are nobody else's business on a shared machine.
  process.umask(0o077);
  const database = readDatabase(process.env.DATABASE_URL);
  const command = adminCommands.find((each) => each === args[0]);
  if (command) {
    process.exitCode = await runAdmin(command, args.slice(1), database);
    return;
  }
  const { data, host, port } = readArguments(args[0] === "start" ? args.slice(1) : args);
  const limits = readLimits(process.env.PATCHBAY_LIMITS);
  if (typeof limits === "string") throw new StartError(limits);
  const webhook = readWebhook(process.env.PATCHBAY_WEBHOOK_URL, process.env.PATCHBAY_WEBHOOK_SECRET);
  if (typeof webhook === "string") throw new StartError(webhook);
  const mail = readMail(process.env.PATCHBAY_SMTP_URL, process.env.PATCHBAY_MAIL_FROM);
  if (typeof mail === "string") throw new StartError(mail);
  const oidc = readOidc(process.env);
  if (typeof oidc === "string") throw new StartError(oidc);
  const publishers = readPublishers(process.env.PATCHBAY_TRUSTED_PUBLISHERS);
  if (typeof publishers === "string") throw new StartError(publishers);
  const running = await startRegistry({
    folder: path.resolve(data),
    database,
    limits,
    webhook,
    mail,
    secretKey: process.env.PATCHBAY_SECRET_KEY,
    publicUrl: readPublicUrl(process.env.PATCHBAY_PUBLIC_URL),
    oidc,
    publishers,
    privateReceivers: process.env.PATCHBAY_PRIVATE_RECEIVERS === "1",
    host,
    port,
    now: readClock(process.env.PATCHBAY_TEST_NOW, host),
    log: (entry) => process.stderr.write(`${JSON.stringify(entry)}\n`),
  });
  let stopping = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      running.close().then(
        () => process.exit(0),
        (error: unknown) => fail(error),
      );
    });
  process.stdout.write(`Registry listening at ${running.url}\n`);
}

/** `FILE` where the command has one, and `--data`. */
function runAdmin(command: AdminCommand, args: readonly string[], database: string | undefined): Promise<number> {
  const rest = [...args];
  const isFile = withFile.has(command);
  const file = isFile && rest[0] !== undefined && !rest[0].startsWith("--") ? (rest.shift() as string) : "";
  if (isFile && file === "") throw new StartError(`registry ${command} needs the name of a file.\n\n${usage}`);
  const { data } = readArguments(rest);
  return administrate(command, path.resolve(file), {
    folder: path.resolve(data),
    database,
    now: new Date().toISOString(),
    say: (line) => process.stdout.write(`${line}\n`),
  });
}

function readArguments(args: readonly string[]): Arguments {
  const read: Arguments = { data: path.join(".patchbay", "registry"), host: "127.0.0.1", port: 4870 };
  for (let index = 0; index < args.length; index++) {
    const [name = "", inline] = (args[index] ?? "").split(/=(.*)/s);
    if (name !== "--data" && name !== "--host" && name !== "--port")
      throw new StartError(`${JSON.stringify(args[index])} is not an option of the registry.\n\n${usage}`);
    const value = inline ?? args[++index];
    if (value === undefined || value === "") throw new StartError(`${name} needs a value.\n\n${usage}`);
    if (name === "--data") read.data = value;
    else if (name === "--host") read.host = value;
    else if (/^\d{1,5}$/.test(value) && Number(value) <= 65_535) read.port = Number(value);
    else throw new StartError(`--port needs a number from 0 to 65535, not ${JSON.stringify(value)}.`);
  }
  return read;
}

/** Where the store is, if not in the folder. It comes by the environment, because arguments can be read by everybody. */
function readDatabase(url: string | undefined): string | undefined {
  if (!url) return undefined;
  if (!/^postgres(?:ql)?:\/\//.test(url))
    throw new StartError(
      "DATABASE_URL is no address of a PostgreSQL database. Give one like postgres://user:password@host/name.",
    );
  return url;
}

/** Where others reach the registry: people open it in a browser to confirm a sign-in. */
function readPublicUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!/^https?:\/\/[^/\s]+(\/[^\s?#]*)?$/.test(text))
    throw new StartError("PATCHBAY_PUBLIC_URL is no address. Give one like https://registry.example.com.");
  return text.replace(/\/+$/, "");
}

/** Tests set the clock. Where others can reach the registry, a wrong clock would move their dates. */
function readClock(testNow: string | undefined, host: string): () => string {
  if (testNow === undefined || testNow === "") return () => new Date().toISOString();
  if (!isLoopback(host))
    throw new StartError(
      `PATCHBAY_TEST_NOW sets the clock for tests, and is refused where ${host} can be reached by others. Unset it.`,
    );
  const time = Date.parse(testNow);
  if (Number.isNaN(time))
    throw new StartError(
      `PATCHBAY_TEST_NOW is no time: ${JSON.stringify(testNow)}. Give one like 2031-05-01T12:00:00Z.`,
    );
  const fixed = new Date(time).toISOString();
  return () => fixed;
}

function fail(error: unknown): void {
  const message =
    error instanceof StartError
      ? error.message
      : error instanceof Error
        ? (error.stack ?? error.message)
        : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

main(process.argv.slice(2)).catch(fail);
