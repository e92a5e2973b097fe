import * as vscode from "vscode";
import * as assert from "../assert.ts";
import { eventually, extension, open, revert, rows } from "./support.ts";

suite("Views", () => {
  teardown(revert);

  test("the checklist begins with what blocks publishing", async () => {
    const api = await extension();
    await open("broken.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "broken");
    const [first] = await rows(api, "patchbay.checklist");
    assert.match(first ?? "", /^\d+ things? blocks? publishing$/);
  });

  test("the checklist of a finished connector says as what it can be published", async () => {
    const api = await extension();
    await open("tides.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "tide-tables");
    const lines = await rows(api, "patchbay.checklist");
    assert.equal(lines[0], "Ready to publish as 1.0.0 (first)", lines.join("\n"));
    assert.ok(lines.some((line) => /^Operations \d+\/\d+/.test(line)));
  });

  test("a click on a finding goes to its place", async () => {
    const api = await extension();
    await open("broken.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "broken");
    const finding = api.store.active?.findings.find(({ range }) => range.start.line > 0);
    assert.ok(finding);
    await vscode.commands.executeCommand("patchbay.openPlace", { target: { uri: finding.uri, range: finding.range } });
    assert.equal(vscode.window.activeTextEditor?.selection.start.line, finding.range.start.line);
  });

  test("the checklist follows what is typed", async () => {
    const api = await extension();
    const editor = await open("tides.connector.yaml");
    await eventually("the connector", () => api.store.active?.slug === "tide-tables");
    const text = editor.document.getText();
    const [from, to] = ["      schema:", "    tests:"].map((part) => editor.document.positionAt(text.indexOf(part)));
    await editor.edit((edit) => edit.delete(new vscode.Range(from!, to!)));
    await eventually("a blocker", async () =>
      /blocks? publishing/.test((await rows(api, "patchbay.checklist"))[0] ?? ""),
    );
    await revert();
    await eventually("no blocker", async () => /^Ready/.test((await rows(api, "patchbay.checklist"))[0] ?? ""));
  });
});
