import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { config } from "../config.ts";
import { answering, eventually, extension, file, open, rows } from "./support.ts";

/** A token for somebody else of the same enterprise, as an administrator makes one. */
async function tokenFor(principal: string, role: string): Promise<string> {
  const headers = { authorization: `Bearer ${config.token}`, "content-type": "application/json" };
  const whoami = await (await fetch(`${config.registry}/api/v1/whoami`, { headers })).json();
  const { enterprise } = whoami as { enterprise: string };
  const body = JSON.stringify({ principal, enterprise, roles: [role] });
  const created = await (await fetch(`${config.registry}/api/v1/tokens`, { method: "POST", headers, body })).json();
  return (created as { token: string }).token;
}

const signIn = async (token: string) =>
  answering(await extension(), {}, () => vscode.commands.executeCommand("patchbay.signIn", { token }));

suite("Requests", () => {
  const name = "charts.connector.yaml";
  suiteSetup(async function () {
    if (!config.registry) {
      console.log("[mocha]   no registry was built, so requests are not tested");
      this.skip();
    }
    const tides = new TextDecoder().decode(await vscode.workspace.fs.readFile(file("tides.connector.yaml")));
    const charts = tides
      .replaceAll("Tide Tables", "Sea Charts")
      .replaceAll("tide-tables", "sea-charts")
      .replace(/^version: .*$/m, "version: 1.0.0");
    await vscode.workspace.fs.writeFile(file(name), new TextEncoder().encode(charts));
  });
  suiteTeardown(async () => {
    if (!config.registry) return;
    await signIn(config.token);
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    await vscode.workspace.fs.delete(file(name));
  });

  test("who may not publish sends a request, and is known in the Accounts menu", async () => {
    const api = await extension();
    await signIn(await tokenFor("cem", "creator"));
    const accounts = await vscode.authentication.getAccounts("patchbay");
    assert.match(accounts.map(({ label }) => label).join("\n"), /^cem@local \(/);
    await open(name);
    await eventually("the connector", () => api.store.active?.slug === "sea-charts");
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.publish"));
    assert.match(messages.join("\n"), /^Sea Charts 1\.0\.0 waits for a decision in /);
    const lines = await rows(api, "patchbay.requests");
    assert.equal(lines[0], "Sent by you | 1");
    assert.equal(lines[1], "Sea Charts 1.0.0 | publication · first · cem, today");
    assert.ok(!(await rows(api, "patchbay.catalogue")).some((line) => line.startsWith("Sea Charts")));
  });

  test("a working copy is kept in the registry, for its author only", async () => {
    const api = await extension();
    await open(name);
    await eventually("the connector", () => api.store.active?.slug === "sea-charts");
    await answering(api, {}, () => vscode.commands.executeCommand("patchbay.saveDraft"));
    assert.ok((await rows(api, "patchbay.catalogue")).includes("sea-charts | saved today"));
  });

  test("somebody else looks at it and approves it", async () => {
    const api = await extension();
    await signIn(config.token);
    assert.ok(!(await rows(api, "patchbay.catalogue")).some((line) => line.startsWith("sea-charts |")));
    const lines = await rows(api, "patchbay.requests");
    assert.equal(lines[0], "Waiting for you | 1", lines.join("\n"));
    assert.ok(lines.includes("First version"));
    const [group] = await api.roots("patchbay.requests");
    const [request] = (await group?.children?.()) ?? [];
    await vscode.commands.executeCommand("patchbay.compareRequest", {
      target: { review: request?.row.target?.review, path: name },
    });
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.scheme, "patchbay-request");
    assert.match(shown?.getText() ?? "", /name: Sea Charts/);
    const messages = await answering(api, {}, () => vscode.commands.executeCommand("patchbay.approveRequest"));
    assert.match(messages.join("\n"), /^Sea Charts 1\.0\.0 is approved and published\.$/);
    assert.ok((await rows(api, "patchbay.catalogue")).some((line) => line.startsWith("Sea Charts | 1.0.0")));
    assert.match((await rows(api, "patchbay.requests"))[0] ?? "", /^Decided in the last 30 days \| 1$/);
  });
});
