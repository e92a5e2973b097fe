import { spawn } from "node:child_process";
import path from "node:path";
import { type Command, parseArgs, UsageError } from "../command.ts";

const lsp: Command = {
  name: "lsp",
  summary: "Start the language server for any LSP client.",
  usage: "patchbay lsp --stdio",
  async run(args) {
    const parsed = parseArgs(args, [], ["stdio"]);
    if (!parsed.flags.has("stdio") || parsed.positional.length)
      throw new UsageError("The language server speaks over standard input and output: patchbay lsp --stdio");
    // The server is a bundle of its own beside this one; its streams are the client's.
    const child = spawn(process.execPath, [path.join(__dirname, "server.cjs"), "--stdio"], { stdio: "inherit" });
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
    return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
  },
};
export default lsp;
