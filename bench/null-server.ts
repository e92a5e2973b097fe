/**
 * The floor: a language server that does nothing but keep the text, with the package's own text model. Nobody who uses that
 * model and this transport can be faster. `--pull` makes it answer questions for diagnostics instead of sending them, so that
 * it is asked the same way as the server beside it.
 */
import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const pull = process.argv.includes("--pull");

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    ...(pull && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  },
}));
connection.onCompletion(() => []);
if (pull) connection.languages.diagnostics.on(() => ({ kind: "full", items: [] }));
else
  documents.onDidChangeContent(({ document: { uri, version } }) => {
    void connection.sendDiagnostics({ uri, version, diagnostics: [] });
  });
documents.listen(connection);
connection.listen();
