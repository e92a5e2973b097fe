import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { config } from "../config.ts";
import { answering, eventually, extension, file, revert, rows } from "./support.ts";

/** The main file of a connector's folder. */
async function mainFile(name: string): Promise<vscode.Uri> {
  const entries = await vscode.workspace.fs.readDirectory(file("heroes", name));
  const found = entries.map(([entry]) => entry).find((entry) => /apidefinition.*\.json$|\.swagger\.json$/i.test(entry));
  assert.ok(found, `${name} has no definition`);
  return file("heroes", name, found);
}

suite("Real connectors", () => {
  if (config.heroes.length === 0)
    test("the corpus is not there, so only our own examples were opened", function () {
      this.skip();
    });

  for (const name of config.heroes)
    test(`${name} opens and is understood`, async () => {
      const api = await extension();
      const document = await vscode.workspace.openTextDocument(await mainFile(name));
      await vscode.window.showTextDocument(document);
      const info = await eventually("the connector", () => {
        const { active } = api.store;
        return active?.uri === document.uri.toString() && active;
      });
      assert.ok(info.operations > 0, "it has operations");
      assert.ok(info.name.length > 0, "it has a name");
      assert.ok(!info.findings.some(({ rule }) => rule === "syntax"), "its files are well-formed");
    });

  if (config.heroes.includes("Calendly") && config.registry)
    test("one of them is published, changed, and published again", async () => {
      const api = await extension();
      const uri = await mainFile("Calendly");
      const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      const show = () =>
        eventually("the connector", () => api.store.active?.uri === uri.toString() && api.store.active);
      await show();
      await mend(api, uri);
      const first = await show();
      const slug = first.slug;
      const messages = await answering(api, { edit: (text) => `${text}\nAs it stands in the corpus.\n` }, () =>
        vscode.commands.executeCommand("patchbay.publish", uri),
      );
      assert.match(messages.join("\n"), / 1\.0\.0 is published in /);
      assert.ok((await rows(api, "patchbay.catalogue")).some((line) => line.startsWith(`${first.name} | 1.0.0`)));

      // An operation is removed: connections that call it stop working.
      const swagger = JSON.parse(document.getText());
      const properties = vscode.Uri.joinPath(uri, "..", "apiProperties.json");
      removeOperation(swagger, new TextDecoder().decode(await vscode.workspace.fs.readFile(properties)));
      await replaceAll(document, JSON.stringify(swagger, null, 2));
      await eventually(
        "the verdict",
        () => api.store.active?.slug === slug && api.store.active.verdict?.bump === "major",
      );
      assert.match((await rows(api, "patchbay.versions"))[0] ?? "", /^Working copy \| needs major · 2\.0\.0/);
      const changed = await rows(api, "patchbay.changes");
      assert.equal(changed[0], "Needs major | 2.0.0 · since 1.0.0");
      assert.match(changed[1] ?? "", / \| major · 1 change$/);
      const texts: string[] = [];
      const edit = (text: string) => {
        texts.push(text);
        return `${text}\nUse the other one.\n`;
      };
      const again = await answering(api, { edit }, () => vscode.commands.executeCommand("patchbay.publishUpdate", uri));
      assert.match(texts[0] ?? "", /## What breaks/);
      assert.match(texts[1] ?? "", /^# Move .+ from 1\.0\.0 to 2\.0\.0\n/);
      assert.match(again.join("\n"), / 2\.0\.0 is published in /);
      assert.ok((await rows(api, "patchbay.versions")).some((line) => /^2\.0\.0 \| published/.test(line)));
      await revert();
    });
});

/** Removes a path with a single GET that nothing else in the connector names, so that what is left is in order. */
function removeOperation(
  swagger: { paths: Record<string, Record<string, { operationId?: string }>> },
  properties: string,
): void {
  const text = JSON.stringify(swagger) + properties;
  const lonely = Object.entries(swagger.paths).find(([, item]) => {
    const id = item.get?.operationId;
    return Object.keys(item).join() === "get" && id !== undefined && text.split(JSON.stringify(id)).length === 2;
  });
  assert.ok(lonely, "the connector has an operation that can be removed");
  delete swagger.paths[lonely[0]];
}

async function replaceAll(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  await vscode.workspace.applyEdit(edit);
}

/** Applies the quick fix of every blocker that has one, as a person would; what is left is looked at by the test. */
async function mend(api: Awaited<ReturnType<typeof extension>>, uri: vscode.Uri): Promise<void> {
  for (let round = 0; round < 40; round++) {
    const blocker = api.store.active?.findings.find(({ severity }) => severity === "error");
    if (!blocker || api.store.active?.uri !== uri.toString()) return;
    const before = blockersOf(api);
    await answering(api, {}, () => vscode.commands.executeCommand("patchbay.fixFinding", { target: blocker }));
    await eventually("fewer blockers", () => blockersOf(api) < before, 5000).catch(() => {
      throw new Error(`No fix for: ${blocker.rule}: ${blocker.message}`);
    });
  }
}

function blockersOf(api: Awaited<ReturnType<typeof extension>>): number {
  return api.store.active?.findings.filter(({ severity }) => severity === "error").length ?? 0;
}
