import type { Command, Io } from "./command.ts";
import { UsageError } from "./command.ts";
import check from "./commands/check.ts";
import diff from "./commands/diff.ts";
import explainLog from "./commands/explain-log.ts";
import lsp from "./commands/lsp.ts";
import publish from "./commands/publish.ts";
import registry from "./commands/registry.ts";
import rules from "./commands/rules.ts";

const commands: readonly Command[] = [check, diff, explainLog, rules, publish, registry, lsp];

function help(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return `Patchbay: author, check, version and publish API connectors.

Usage: patchbay COMMAND [options]

${commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`).join("\n")}

patchbay COMMAND --help shows a command's options.
`;
}

/** Runs one command line and resolves with its exit code; whatever goes wrong is told as a sentence, never as a stack. */
async function main(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (!name || name === "--help" || name === "-h" || name === "help") {
    (name ? io.stdout : io.stderr)(help());
    return name ? 0 : 2;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    io.stderr(`There is no command "${name}". Known: ${commands.map((known) => known.name).join(", ")}.\n`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    io.stdout(`${command.summary}\n\n${command.usage}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageError) io.stderr(`${error.message}\n`);
    else
      io.stderr(
        `patchbay ${name} could not finish: ${error instanceof Error ? error.message : String(error)}. Nothing was changed; please report this with the command that you ran.\n`,
      );
    return 2;
  }
}

// A reader that closes the pipe early (such as head) wants no more output; that is no failure worth a message.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));

void main(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: () => process.stdin,
  env: process.env,
  today: process.env.PATCHBAY_TEST_NOW?.slice(0, 10) ?? new Date().toISOString().slice(0, 10),
}).then((code) => {
  process.exitCode = code;
});
