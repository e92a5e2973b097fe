import { readConnector } from "../../core/engine.ts";
import { type Explained, explainLog } from "../../core/explain/explain.ts";
import { ruleUrl } from "../../core/links.ts";
import { Lines } from "../../core/syntax/lines.ts";
import { type Command, type Io, oneOf, parseArgs, UsageError } from "../command.ts";
import { loadConnectors, readText } from "../input.ts";

const explainLogCommand: Command = {
  name: "explain-log",
  summary: "Find what a validator's log is about in a connector.",
  usage: `patchbay explain-log LOG [PATH] [--format text|json]

LOG is a file with pasted output of Microsoft's validators, of a pull request or of the certification's bot; - reads standard
input. PATH is the connector's folder or file, . if it is left out.
Exit code: 0 explained, 1 the log has nothing about a connector, 2 wrong use.`,
  async run(args, io) {
    const parsed = parseArgs(args, ["format"], []);
    const format = oneOf(parsed, "format", ["text", "json"] as const, "text");
    const [log, path = ".", more] = parsed.positional;
    if (!log || more !== undefined)
      throw new UsageError(
        "Name the log, and the connector if it is not here: patchbay explain-log review.log ./my-connector",
      );
    const { connectors } = loadConnectors([path]);
    const [connector, other] = connectors;
    if (!connector || other)
      throw new UsageError(
        connector
          ? `There are ${connectors.length} connectors in ${path}: name the one that the log is about.`
          : `There is no connector in ${path}. Name its folder or its file.`,
      );
    const text = log === "-" ? await readInput(io) : readText(log);
    const model = readConnector(connector.files, { folder: connector.folder });
    const entries = explainLog(text, model, { today: io.today });
    if (!entries.length) {
      io.stderr(
        "Nothing in this log is about a connector. Paste the lines that begin with ##[error], or the bot's sentences.\n",
      );
      return 1;
    }
    io.stdout(format === "json" ? `${JSON.stringify(entries.map(toJson), null, 2)}\n` : entries.map(toText).join(""));
    return 0;
  },
};
export default explainLogCommand;

async function readInput(io: Io): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of io.stdin()) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString("utf8");
}

function toJson({ entry, place, rule, todo, finding }: Explained): object {
  return {
    line: entry.line + 1,
    severity: entry.severity,
    message: entry.message,
    ...(place && { file: place.file.path, range: rangeOf(place), pointer: place.pointer }),
    ...(rule && { rule, url: ruleUrl(rule) }),
    ...(todo && { todo }),
    still_there: finding !== undefined,
  };
}

function toText({ entry, place, rule, todo, finding }: Explained): string {
  const start = place && rangeOf(place).start;
  const where =
    place && start
      ? `${place.file.path}:${start.line + 1}:${start.character + 1}`
      : `line ${entry.line + 1} of the log`;
  const lines = [`${where} ${entry.severity} ${entry.message}`];
  if (todo) lines.push(`    ${todo}`);
  if (rule) lines.push(`    ${rule}${finding ? "" : ", not found here any more"}: ${ruleUrl(rule)}`);
  if (!rule && !todo) lines.push("    No rule here says this. Please report it with the line of the log.");
  return `${lines.join("\n")}\n`;
}

function rangeOf({ file, start, end }: NonNullable<Explained["place"]>) {
  return new Lines(file.text).range(start, end);
}
