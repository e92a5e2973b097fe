/** The entry of the registry's bundle: arguments in, one line on standard output when ready, the log on standard error. */
import path from "node:path";
import { type AdminCommand, adminCommands, administrate, withFile } from "./admin/commands.ts";
import { readMail } from "./jobs/mail.ts";
import { readWebhook } from "./jobs/webhook.ts";
import { readLimits } from "./limits.ts";
import { readOidc, readPublishers } from "./oidc-settings.ts";
import { readProxies } from "./proxies.ts";
import { readSettings, type Settings, settingsHelp, strangeNames } from "./settings.ts";
import { isLoopback, startRegistry } from "./start.ts";
import { StartError } from "./start-error.ts";
import { findSqlite } from "./store/sqlite.ts";

const usage = `Usage: patchbay registry start [--config FILE] [--data DIR] [--host 127.0.0.1] [--port 4870]
       patchbay registry backup FILE | restore FILE | export FILE | import FILE | verify | doctor  [--config FILE] [--data DIR]

  --config FILE  settings as YAML or JSON (PATCHBAY_CONFIG names one, too)
  --data DIR     where everything is kept (.patchbay/registry in the current folder if absent)
  --host HOST    what to listen on (127.0.0.1: this machine only)
  --port PORT    0 for any free one

The first start writes a token for the administrator to DIR/admin-token.
With DATABASE_URL, a PostgreSQL database of version 15 or later is the store, which several registries may share.
backup copies a store while it is in use; restore puts it into a new folder. export and import move everything, also from a folder to
PostgreSQL; verify proves that nothing was changed; doctor says what keeps a registry from working.`;

const help = `${usage}

Settings come from the environment, or under their names in lower case and without PATCHBAY_ from the file; the environment goes first.
NAME_FILE names a file that holds a secret: a password, a key, a token.

${settingsHelp()}`;

const optionNames = ["config", "data", "host", "port"] as const;
type Options = Partial<Record<(typeof optionNames)[number], string>>;

async function main(args: readonly string[]): Promise<void> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(`${help}\n`);
    return;
  }
  const command = adminCommands.find((each) => each === args[0]);
  const { file, options } = splitArguments(command ?? "start", args);
  const config = options.config ?? process.env.PATCHBAY_CONFIG;
  const settings = readSettings(process.env, config ? path.resolve(config) : undefined);
  if (!settings.DATABASE_URL && !findSqlite())
    throw new StartError(
      `The registry needs Node 22.13 or later with node:sqlite; this is Node ${process.versions.node} without it. Install a newer Node, or set PATCHBAY_NODE to one.`,
    );
  // Connectors and tokens are nobody else's business on a shared machine.
  process.umask(0o077);
  const folder = path.resolve(options.data ?? settings.PATCHBAY_DATA ?? path.join(".patchbay", "registry"));
  if (command) {
    process.exitCode = await administrate(command, path.resolve(file), {
      folder,
      database: settings.DATABASE_URL,
      now: new Date().toISOString(),
      say: (line) => process.stdout.write(`${line}\n`),
    });
    return;
  }
  await serve(folder, options, settings);
}

async function serve(folder: string, options: Options, settings: Settings): Promise<void> {
  const log = (entry: Record<string, unknown>) => process.stderr.write(`${JSON.stringify(entry)}\n`);
  const host = options.host ?? settings.PATCHBAY_LISTEN_HOST ?? "127.0.0.1";
  const now = readClock(settings.PATCHBAY_TEST_NOW, host);
  for (const message of strangeNames(process.env)) log({ at: now(), level: "warning", message });
  const limits = orThrow(readLimits(settings.PATCHBAY_LIMITS));
  const webhook = orThrow(readWebhook(settings.PATCHBAY_WEBHOOK_URL, settings.PATCHBAY_WEBHOOK_SECRET));
  const mail = orThrow(readMail(settings.PATCHBAY_SMTP_URL, settings.PATCHBAY_MAIL_FROM));
  const sender = orThrow(readProxies(settings.PATCHBAY_TRUSTED_PROXIES));
  const oidc = orThrow(readOidc(settings));
  const publishers = orThrow(readPublishers(settings.PATCHBAY_TRUSTED_PUBLISHERS));
  const running = await startRegistry({
    folder,
    database: settings.DATABASE_URL,
    limits,
    webhook,
    mail,
    sender,
    secretKey: settings.PATCHBAY_SECRET_KEY,
    privateReceivers: settings.PATCHBAY_PRIVATE_RECEIVERS === "1",
    publicUrl: settings.PATCHBAY_PUBLIC_URL?.replace(/\/+$/, ""),
    publicCatalogue: settings.PATCHBAY_PUBLIC_CATALOGUE === "global",
    metricsToken: settings.PATCHBAY_METRICS_TOKEN,
    oidc,
    publishers,
    host,
    port: Number(options.port ?? settings.PATCHBAY_LISTEN_PORT ?? 4870),
    now,
    log,
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

/** Readers give a sentence where an operator's words cannot be used. */
function orThrow<T>(read: T | string): T {
  if (typeof read === "string") throw new StartError(read);
  return read;
}

/** `FILE` where the command has one, and the options. */
function splitArguments(command: AdminCommand | "start", args: readonly string[]): { file: string; options: Options } {
  const rest = args[0] === command ? args.slice(1) : [...args];
  if (!withFile.has(command)) return { file: "", options: readOptions(rest) };
  const [file = "--", ...more] = rest;
  if (file.startsWith("--")) throw new StartError(`registry ${command} needs the name of a file.\n\n${usage}`);
  return { file, options: readOptions(more) };
}

function readOptions(args: readonly string[]): Options {
  const read: Options = {};
  for (let index = 0; index < args.length; index++) {
    const [name = "", inline] = (args[index] ?? "").split(/=(.*)/s);
    const option = optionNames.find((each) => name === `--${each}`);
    if (!option) throw new StartError(`${JSON.stringify(args[index])} is not an option of the registry.\n\n${usage}`);
    const value = inline ?? args[++index];
    if (value === undefined || value === "") throw new StartError(`${name} needs a value.\n\n${usage}`);
    if (option === "port" && !(/^\d{1,5}$/.test(value) && Number(value) <= 65_535))
      throw new StartError(`--port needs a number from 0 to 65535, not ${JSON.stringify(value)}.`);
    read[option] = value;
  }
  return read;
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
