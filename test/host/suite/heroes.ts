import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { config } from "../config.ts";
import { eventually, extension, file } from "./support.ts";

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
});
