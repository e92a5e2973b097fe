import {
  type Connection,
  type InitializeParams,
  LSPErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { capabilities } from "./generated.ts";
import { asksFor, type Host } from "./host.ts";

/** Everything but the handshake; loaded when it is over. */
export type Engine = typeof import("./engine.ts");

/**
 * Answers the handshake at once and loads the rest behind it: rules, differ and features take longer to load than the protocol,
 * and a client has to wait for the handshake before it can go on with its own start. No message is dispatched before the
 * engine is attached, because it is loaded within one turn.
 */
export function serve(
  connection: Connection,
  engine: () => Promise<Engine>,
  host: Omit<Host, "cancelled" | "refused">,
): void {
  let given: InitializeParams | undefined;
  connection.onInitialize((params) => {
    given = params;
    return {
      serverInfo: { name: "Patchbay" },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        ...(asksFor(params) && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } }),
        ...capabilities,
      },
    };
  });
  connection.onInitialized(async () => {
    if (!given) return;
    const { attach } = await engine();
    const cancelled = (): unknown => new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled.");
    const refused = (sentence: string): unknown => new ResponseError(LSPErrorCodes.RequestFailed, sentence);
    attach(connection, given, { ...host, cancelled, refused });
  });
  connection.listen();
}
