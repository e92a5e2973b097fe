import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./connection.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  today: () => new Date().toISOString().slice(0, 10),
  later: (run) => setTimeout(run, 0),
});
