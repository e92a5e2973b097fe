import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { serve } from "./connection.ts";
import * as engine from "./engine.ts";

const scope = self as unknown as DedicatedWorkerGlobalScope;
serve(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), async () => engine, {
  today: () => new Date().toISOString().slice(0, 10),
  later: (run) => setTimeout(run, 0),
});
