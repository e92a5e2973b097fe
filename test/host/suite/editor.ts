import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { config } from "../config.ts";
import { eventually, extension, file, findings, open, revert } from "./support.ts";

suite("Editor", () => {
  teardown(revert);

  test("the extension is activated and its language server is ready", async function () {
    this.timeout(60_000);
    const started = Date.now();
    const api = await extension();
    const activation = Date.now() - started;
    const milliseconds = await api.ready;
    console.log(`[mocha]     activate() ${activation} ms, connector known after ${milliseconds} ms`);
    // As a web extension on a remote folder, VS Code's file search only begins when the remote side has registered it.
    assert.ok(milliseconds < (config.web ? 45_000 : 20_000));
  });

  test("the connectors of the workspace are found without one being open", async function () {
    this.timeout(60_000);
    const api = await extension();
    await api.ready;
    const { slug } = await eventually("an active connector", () => api.store.active, 45_000);
    assert.equal(slug, "broken");
  });

  test("every command of the manifest is registered", async () => {
    const registered = new Set(await vscode.commands.getCommands(true));
    const { contributes } = vscode.extensions.getExtension("patchbay.patchbay")!.packageJSON;
    const missing = (contributes.commands as { command: string }[])
      .map(({ command }) => command)
      .filter((id) => !registered.has(id));
    assert.deepEqual(missing, []);
  });

  test("a connector that cannot be published has findings at their places", async () => {
    const { document } = await open("broken.connector.yaml");
    const found = await eventually("findings", () => {
      const all = findings(document.uri);
      return all.length > 0 && all;
    });
    assert.ok(found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error));
    assert.ok(found.every(({ code, message }) => code !== undefined && message.length > 10));
  });

  test("a quick fix makes its finding go away", async () => {
    const { document } = await open("broken.connector.yaml");
    const missing = await eventually("the finding", () =>
      findings(document.uri).find(({ code }) => codeOf(code) === "operation-response-schema"),
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      missing.range,
      vscode.CodeActionKind.QuickFix.value,
      10,
    );
    const action = actions.find(({ edit }) => edit);
    assert.ok(action?.edit, `no fix among: ${actions.map(({ title }) => title).join("; ")}`);
    await vscode.workspace.applyEdit(action.edit);
    await eventually("no finding", () =>
      findings(document.uri).every(({ code }) => codeOf(code) !== "operation-response-schema"),
    );
  });

  test("the fix of a row in the checklist is the one of its finding", async () => {
    const api = await extension();
    const { document } = await open("broken.connector.yaml");
    const finding = await eventually(
      "the finding",
      () =>
        api.store.active?.slug === "broken" &&
        api.store.active.findings.find(({ rule }) => rule === "operation-response-schema"),
    );
    await vscode.commands.executeCommand("patchbay.fixFinding", { target: finding });
    await eventually("no finding", () =>
      findings(document.uri).every(({ code }) => codeOf(code) !== "operation-response-schema"),
    );
  });

  test("a code lens stands above the connector's name", async () => {
    const { document } = await open("tides.connector.yaml");
    const lenses = await eventually("a lens", async () => {
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        "vscode.executeCodeLensProvider",
        document.uri,
        20,
      );
      return all?.length > 0 && all;
    });
    assert.ok(lenses.some(({ command }) => command?.command === "patchbay.showChanges" || command?.title));
  });

  test("completion and hover answer", async () => {
    const { document } = await open("tides.connector.yaml");
    const at = document.positionAt(document.getText().indexOf("type: none") + 8);
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      "vscode.executeCompletionItemProvider",
      document.uri,
      at,
    );
    const labels = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
    assert.ok(labels.includes("oauth2") && labels.includes("api_key"), labels.slice(0, 20).join(", "));
    const key = document.positionAt(document.getText().indexOf("base_url") + 2);
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      "vscode.executeHoverProvider",
      document.uri,
      key,
    );
    assert.ok(hovers.length > 0);
  });

  test("files in odd letter case are recognised", async function () {
    if (config.web) this.skip();
    const uri = file("Odd.Connector.YAML");
    await vscode.workspace.fs.writeFile(
      uri,
      new TextEncoder().encode(
        "format_version: 1\noverview:\n  name: Odd\noperations:\n  one:\n    response:\n      status: [200]\n",
      ),
    );
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await eventually("findings", () => findings(uri).length > 0);
    await vscode.workspace.fs.delete(uri);
  });
});

function codeOf(code: vscode.Diagnostic["code"]): string {
  return String(typeof code === "object" ? code.value : code);
}
