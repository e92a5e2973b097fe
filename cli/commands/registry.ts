import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { RegistryError } from "../../core/api/problems.ts";
import { type Command, type Io, parseArgs, UsageError } from "../command.ts";
import { readText } from "../input.ts";
import { connectRegistry, registryUrl } from "../registry.ts";
import { usageReports } from "../usage-import.ts";
import { signIn, signOut, whoami } from "./sign-in.ts";

/** Prints nothing and succeeds where a Node has a database built in. */
const probe = ["-e", "process.exit(process.getBuiltinModule?.('node:sqlite') ? 0 : 1)"];

const ACTIONS = ["start", "backup", "restore", "export", "import", "verify", "doctor"];

const registryCommand: Command = {
  name: "registry",
  summary: "Start a registry on this machine, or look after its store.",
  usage: `patchbay registry start [--config FILE] [--data DIR] [--host 127.0.0.1] [--port 4870]
patchbay registry backup FILE | restore FILE | export FILE | import FILE | verify | doctor  [--config FILE] [--data DIR]

patchbay registry import-usage FILE [--registry URL] [--example-data]
patchbay registry sign-in URL [--token-stdin] | sign-out [URL] | whoami [--registry URL]

  --config FILE  settings as YAML or JSON; docs/registry.md lists them
  --data DIR     where everything is kept (.patchbay/registry in the current folder if absent)
  --host HOST    what to listen on (127.0.0.1: this machine only)
  --port PORT    0 for any free one

It prints one line, "Registry listening at http://HOST:PORT", when it is ready; Ctrl-C ends it.
The first start writes a token for the administrator to DIR/admin-token.
sign-in shows a code that you confirm in a browser, or takes a token from standard input; it is kept in a file that only you may read, and
the other commands use it. PATCHBAY_TOKEN comes before it.
With DATABASE_URL, a PostgreSQL database is the store. See docs/registry.md for what the other commands do.
import-usage reads a log of calls (lines of JSON, or CSV with a head: enterprise, connector, version, operation, day or time, calls) and reports
it to a running registry; the same file counts once. It needs a token with the scope usage:write in PATCHBAY_TOKEN.
It needs Node 22.13 or later; PATCHBAY_NODE names one where the Node on the path is older.`,
  async run([action, ...args], io) {
    const own = action === undefined ? undefined : clientActions.get(action);
    if (own) return own(args, io);
    if (action === undefined || !ACTIONS.includes(action))
      throw new UsageError(
        `patchbay registry knows ${[...ACTIONS, ...clientActions.keys()].join(", ")}${action === undefined ? "; name one of them" : `, not "${action}"`}.`,
      );
    // The service is a bundle of its own beside this one, so that the command line stays small and needs no database.
    const bundle = path.join(__dirname, "registry.cjs");
    if (!existsSync(bundle))
      throw new UsageError(`${bundle} is missing. Build it with "npm run build", or install Patchbay again.`);
    return serve(findNode(io.env), [bundle, action, ...args]);
  },
};
export default registryCommand;

/** What speaks with a running registry, and needs no bundle of the service. */
const clientActions = new Map<string, (args: readonly string[], io: Io) => Promise<number>>([
  ["import-usage", importUsage],
  ["sign-in", signIn],
  ["sign-out", signOut],
  ["whoami", whoami],
]);

/** Reports the calls of a log to a running registry. */
async function importUsage(args: readonly string[], io: Io): Promise<number> {
  const parsed = parseArgs(args, ["registry"], ["example-data"]);
  const [file, ...more] = parsed.positional;
  if (file === undefined || more.length > 0)
    throw new UsageError("patchbay registry import-usage takes exactly one file.");
  const reports = usageReports(readText(file), parsed.flags.has("example-data"));
  const url = registryUrl(parsed.options.get("registry"), io);
  const client = connectRegistry(url, io, "Reporting usage");
  let [taken, calls] = [0, 0];
  try {
    for (const report of reports) {
      const { accepted } = await client.reportUsage(report);
      if (!accepted) continue;
      taken++;
      calls += (report.calls ?? []).reduce((sum, each) => sum + each.calls, 0);
    }
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    io.stderr(
      `${error.message}\n${taken} of ${reports.length} reports were taken in. Import the file again when this is put right: nothing counts twice.\n`,
    );
    return error.status >= 400 && error.status < 500 ? 1 : 2;
  }
  io.stdout(
    taken === 0
      ? `${file} was imported before; nothing was counted again.\n`
      : `Reported ${calls} calls in ${taken} of ${reports.length} reports to ${url}.\n`,
  );
  return 0;
}

/** The first Node that can run the registry: this one, the one that was named, the one on the path, the one that came along. */
function findNode(env: Readonly<Record<string, string | undefined>>): string {
  if (process.getBuiltinModule?.("node:sqlite")) return process.execPath;
  const named = env.PATCHBAY_NODE;
  const candidates = [named, "node", path.join(__dirname, "..", "node_modules", "node", "bin", "node")];
  for (const candidate of candidates)
    if (candidate && spawnSync(candidate, probe, { stdio: "ignore", timeout: 10_000 }).status === 0) return candidate;
  throw new UsageError(
    `The registry needs Node 22.13 or later; this is Node ${process.versions.node}. Install a newer Node, or name one in PATCHBAY_NODE.`,
  );
}

/** Runs the service as a child that has our input and output, and ends as it ends. */
function serve(node: string, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { stdio: "inherit" });
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    // The terminal sends Ctrl-C to both; whoever ends only this process means the service.
    const forward = (signal: NodeJS.Signals) => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal);
    for (const signal of signals) process.on(signal, forward);
    child.once("error", (error) => reject(new UsageError(`${node} could not be started: ${error.message}.`)));
    child.once("exit", (code) => {
      for (const signal of signals) process.off(signal, forward);
      resolve(code ?? 2);
    });
  });
}
