import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { answering, eventually, extension, findings, open, rows } from "./support.ts";

suite("A folder that is not trusted", () => {
  test("is checked", async () => {
    assert.equal(vscode.workspace.isTrusted, false);
    await extension();
    const { document } = await open("broken.connector.yaml");
    await eventually("findings", () => findings(document.uri).length > 0);
  });

  test("sends nothing: the registry's views stay empty", async () => {
    const api = await extension();
    for (const view of ["versions", "catalogue", "usage"]) assert.deepEqual(await rows(api, `patchbay.${view}`), []);
  });

  test("starts nothing: a command says why", async () => {
    const api = await extension();
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.publish"));
    assert.deepEqual(messages, ["Nothing is sent or started from a folder that you do not trust."]);
  });
});
