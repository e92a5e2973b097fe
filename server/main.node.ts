import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./connection.ts";
import { diskFiles } from "./files.node.ts";
import { diskGit } from "./git.node.ts";
import { messagesTo } from "./stdio.node.ts";

// What a key makes is garbage at once, and V8 would give the young generation tens of megabytes to collect it in more rarely.
// Beside an editor memory counts for more.
setFlagsFromString("--semi-space-growth-factor=1");

// The transport (stdio, IPC, a socket) is chosen by the arguments that the client starts the server with.
const connection = process.argv.includes("--stdio")
  ? createConnection(ProposedFeatures.all, process.stdin, messagesTo(process.stdout))
  : createConnection(ProposedFeatures.all);
serve(connection, () => import("./engine.ts"), {
  files: diskFiles,
  git: diskGit,
  today: () => new Date().toISOString().slice(0, 10),
  later: setImmediate,
});
