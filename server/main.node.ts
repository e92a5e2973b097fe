import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { serve } from "./connection.ts";
import { diskFiles } from "./files.node.ts";

// The transport (stdio, IPC, a socket) is chosen by the arguments that the client starts the server with.
serve(createConnection(ProposedFeatures.all), () => import("./engine.ts"), {
  files: diskFiles,
  today: () => new Date().toISOString().slice(0, 10),
  later: setImmediate,
});
