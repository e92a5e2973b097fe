import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { config } from "../config.ts";
import { answering, eventually, extension, file, open, rows } from "./support.ts";

suite("Publishing", () => {
  suiteSetup(async function () {
    if (!config.registry) {
      console.log("[mocha]   no registry was built, so publishing is not tested");
      this.skip();
    }
    const api = await extension();
    await answering(api, {}, () => vscode.commands.executeCommand("patchbay.signIn", { token: config.token }));
  });

  test("a first version is published and seen in the views", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "tide-tables");
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.publish"));
    assert.match(messages.join("\n"), /^Tide Tables 1\.0\.0 is published in /);
    assert.ok((await rows(api, "patchbay.catalogue")).some((line) => line.startsWith("Tide Tables | 1.0.0")));
    const versions = await rows(api, "patchbay.versions");
    assert.match(versions[0] ?? "", /^Working copy \| /);
    assert.match(versions.find((line) => line.startsWith("1.0.0")) ?? "", /^1\.0\.0 \| published/);
  });

  test("a change shows the bump it needs, and smaller steps cannot be chosen", async () => {
    const api = await extension();
    const { document } = await open("tides.connector.yaml");
    const edit = new vscode.WorkspaceEdit();
    const at = document.getText().indexOf("    response:");
    edit.insert(
      document.uri,
      document.positionAt(at),
      "      unit: { in: query, type: string, enum: [m, ft], description: Unit of the heights. }\n",
    );
    await vscode.workspace.applyEdit(edit);
    await eventually("the verdict", () => api.store.active?.verdict?.bump === "minor");
    assert.match((await rows(api, "patchbay.versions"))[0] ?? "", /^Working copy \| needs minor · 1\.1\.0/);
    assert.equal((await rows(api, "patchbay.checklist"))[0], "Ready to publish as 1.1.0 (minor)");
    const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      "vscode.executeCodeLensProvider",
      document.uri,
      20,
    );
    assert.match(lenses.map(({ command }) => command?.title).join("\n"), /needs: minor/);
    const asked: string[] = [];
    const messages = await answering(
      api,
      {
        pick(options, labels) {
          asked.push(`${options.placeholder}: ${labels.join(", ")}`);
          return labels.includes("1.0.1") ? "1.0.1" : undefined;
        },
        edit: (text) => `${text}\nHeights also in feet.\n`,
      },
      () => vscode.commands.executeCommand("patchbay.publishUpdate"),
    );
    assert.match(messages.join("\n"), /^Tide Tables 1\.1\.0 is published/, asked.join("\n"));
    assert.match(document.getText(), /^version: 1\.1\.0$/m);
    const versions = await rows(api, "patchbay.versions");
    assert.ok(
      versions.some((line) => /^1\.1\.0 \| published/.test(line)),
      versions.join("\n"),
    );
    assert.ok(
      versions.some((line) => /^1\.0\.0 \| superseded/.test(line)),
      versions.join("\n"),
    );
  });

  test("a change of the same version again cannot be published as such", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    await eventually("the verdict", () => api.store.active?.verdict?.baseline === "1.1.0");
    assert.equal((await rows(api, "patchbay.checklist"))[0], "No changes since 1.1.0");
  });

  test("an update without a change is refused in a sentence", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.publishUpdate"));
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? "", /^[A-Z].*\.$/);
  });

  test("a published version opens read-only and is compared with the working copy", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "tide-tables");
    const id = (await api.roots("patchbay.versions")).find(({ row }) => row.label === "1.0.0")?.row.target?.id;
    assert.ok(id);
    await answering(api, { pick: (_, labels) => labels.find((label) => label.endsWith(".yaml")) }, () =>
      vscode.commands.executeCommand("patchbay.openReadOnly", { id, version: "1.0.0" }),
    );
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, "patchbay");
    assert.match(shown?.getText() ?? "", /name: Tide Tables/);
  });

  test("a published version is copied to the workspace", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "tide-tables");
    await answering(api, {}, () => vscode.commands.executeCommand("patchbay.copyToWorkspace", undefined));
    const bytes = await vscode.workspace.fs.readFile(file("tide-tables", "tides.connector.yaml"));
    assert.match(new TextDecoder().decode(bytes), /name: Tide Tables/);
    await vscode.workspace.fs.delete(file("tide-tables"), { recursive: true });
  });

  test("deprecating shows the date in the catalogue, unpublishing takes it out", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "tide-tables");
    const said = await answering(
      api,
      { input: ({ prompt }) => (prompt?.startsWith("What shall") ? "Use the sea charts." : undefined) },
      () => vscode.commands.executeCommand("patchbay.deprecate"),
    );
    assert.match(said.join("\n"), /deprecated until \d{4}-\d{2}-\d{2}/);
    assert.ok((await rows(api, "patchbay.catalogue")).some((line) => /Tide Tables \| .*deprecated until/.test(line)));
    const gone = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.unpublish"));
    assert.match(gone.join("\n"), /no longer in the catalogue/);
  });

  test("a new connector is a file that is checked at once", async () => {
    const api = await extension();
    await answering(api, { input: ({ prompt }) => (prompt?.startsWith("Name") ? "Harbour Weather" : undefined) }, () =>
      vscode.commands.executeCommand("patchbay.newConnector"),
    );
    await eventually("the new one", () => api.store.active?.slug === "harbour-weather");
    await vscode.workspace.fs.delete(file("harbour-weather.connector.yaml"));
  });

  test("after signing out the registry asks who one is", async () => {
    const api = await extension();
    await answering(api, {}, () => vscode.commands.executeCommand("patchbay.signOut"));
    // Without its own token the window falls back on the one of its environment, which only the Node variant has.
    if (config.web) assert.deepEqual(await rows(api, "patchbay.catalogue"), []);
    await answering(api, {}, () => vscode.commands.executeCommand("patchbay.signIn", { token: config.token }));
  });

  test("a wrong token is refused in a sentence, and is not kept", async () => {
    const api = await extension();
    const messages = await answering(api, {}, () =>
      vscode.commands.executeCommand("patchbay.signIn", { token: "nonsense" }),
    );
    assert.deepEqual(messages, ["The registry does not accept this token. Sign in again."]);
    assert.ok(Array.isArray(await rows(api, "patchbay.catalogue")));
  });
});
