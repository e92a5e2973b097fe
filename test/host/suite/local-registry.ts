import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { config } from "../config.ts";
import { answering, extension, rows } from "./support.ts";

suite("Local registry", () => {
  test("is started by a command, and is empty, signed in and active at once", async function () {
    // A browser cannot start anything; the command then says so.
    if (config.web) this.skip();
    this.timeout(60_000);
    const api = await extension();
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.startLocalRegistry"));
    assert.match(messages.join("\n"), /^The local registry runs at http:\/\/127\.0\.0\.1:\d+\./);
    assert.equal(vscode.workspace.getConfiguration("patchbay").get("registry"), "Local");
    assert.deepEqual(await rows(api, "patchbay.catalogue"), []);
    const again = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.startLocalRegistry"));
    assert.deepEqual(again, messages);
  });

  test("in a browser the command says what to do instead", async function () {
    if (!config.web) this.skip();
    const api = await extension();
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.startLocalRegistry"));
    assert.match(messages.join("\n"), /Connect to one that runs elsewhere/);
  });
});
