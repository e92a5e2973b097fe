import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver";
import { LspClient } from "../support/lsp.ts";

/** A definition with many operations; the one in the middle lacks its response schema. */
function definition(count: number): string {
  const operations = Array.from({ length: count }, (_, i) => {
    const response = i === count / 2 ? "{ status: [200] }" : "{ schema: { type: object } }";
    return `  operation_${i}:
    name: Operation ${i}
    description: What it does, number ${i}.
    method: GET
    path: /things/${i}
    response: ${response}
`;
  });
  return `format_version: 1
version: 1.0.0
overview:
  name: Many Things
  slug: many-things
  type: General
operations:
${operations.join("")}`;
}

interface Report {
  kind: "full" | "unchanged";
  resultId?: string;
  items?: Diagnostic[];
}

describe("a client that asks for diagnostics", () => {
  let client: LspClient;
  const uri = "file:///asked/a.connector.yaml";
  const ask = (previousResultId?: string): Promise<Report> =>
    client.connection.sendRequest("textDocument/diagnostic", {
      textDocument: { uri },
      ...(previousResultId && { previousResultId }),
    });
  const text = definition(40);
  /** Replaces a part of the text without waiting for anything. */
  const change = (version: number, line: number, from: number, to: number, newText: string): Promise<void> =>
    client.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges: [{ range: { start: { line, character: from }, end: { line, character: to } }, text: newText }],
    });
  let pushed = 0;

  beforeAll(async () => {
    client = await LspClient.start({ files: true, listens: false });
    client.connection.onNotification("textDocument/publishDiagnostics", () => void pushed++);
    client.files.set(uri, text);
    await client.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId: "yaml", version: 1, text },
    });
  });
  afterAll(() => client.stop());

  it("is answered with all of them, then with unchanged, then with all that changed", async () => {
    const first = await ask();
    expect(first.kind).toBe("full");
    expect(first.items?.map(({ code }) => code)).toContain("operation-response-schema");
    const line = text.split("\n").indexOf("    name: Operation 3");
    await change(2, line, 20, 20, "x");
    expect(await ask(first.resultId)).toEqual({ kind: "unchanged", resultId: first.resultId });
    await change(3, 0, 0, 0, "\n");
    const moved = await ask(first.resultId);
    expect(moved.kind).toBe("full");
    expect(moved.items?.map(({ range }) => range.start.line)).toEqual(
      first.items?.map(({ range }) => range.start.line + 1),
    );
    expect(pushed).toBe(0);
  });

  it("gets the connectors of the whole workspace, those that nobody opened included", async () => {
    const other = "file:///asked/other.connector.yaml";
    client.files.set(other, "format_version: 1\n");
    const report = await client.connection.sendRequest<{ items: (Report & { uri: string })[] }>(
      "workspace/diagnostic",
      {
        previousResultIds: [],
      },
    );
    expect(report.items.find((item) => item.uri === other)?.items?.length).toBeGreaterThan(0);
    const again = await client.connection.sendRequest<{ items: (Report & { uri: string })[] }>("workspace/diagnostic", {
      previousResultIds: report.items.map((item) => ({ uri: item.uri, value: item.resultId })),
    });
    expect(again.items.map(({ kind }) => kind)).toEqual(report.items.map(() => "unchanged"));
  });
});

describe("a client that wants to be sent diagnostics although it could ask", () => {
  it("is sent them, with the version that they are true for", async () => {
    const client = await LspClient.start({ files: true, listens: true });
    const uri = "file:///sent/a.connector.yaml";
    const codes = (await client.open(uri, definition(4))).map(({ code }) => code);
    expect(codes).toContain("operation-response-schema");
    // Whatever is typed, every version is answered; `edit` waits for it.
    const at = client.text(uri).indexOf("What it does");
    for (const letter of "abc") expect((await client.edit(uri, at, at, letter)).map(({ code }) => code)).toEqual(codes);
    await client.stop();
  });
});

describe("a slip in one place", () => {
  let client: LspClient;
  beforeAll(async () => {
    client = await LspClient.start();
  });
  afterAll(() => client.stop());

  it("leaves findings and symbols of all others alone", async () => {
    const uri = "file:///slip/a.connector.yaml";
    const text = definition(30);
    const before = await client.open(uri, text);
    const at = text.indexOf("name: Operation 4") + 6;
    const broken = await client.edit(uri, at, at, '"');
    expect(broken.filter(({ code }) => code === "syntax").length).toBeGreaterThan(0);
    const lines = text.split("\n");
    const [from, to] = [lines.indexOf("  operation_4:"), lines.indexOf("  operation_5:")];
    const elsewhere = (list: Diagnostic[]): Diagnostic[] =>
      list.filter(({ range }) => range.start.line < from || range.start.line >= to);
    expect(elsewhere(broken)).toEqual(elsewhere(before));
    expect((await client.symbols(uri)).length).toBeGreaterThanOrEqual(29);
    expect(await client.edit(uri, at, at + 1, "")).toEqual(before);
  });

  it("is one problem where a bracket of JSON is missing, and the other operations keep their names", async () => {
    const uri = "file:///slip/b/apiDefinition.swagger.json";
    const operation = (i: number): object => ({
      get: { operationId: `Get${i}`, summary: `Get ${i}`, responses: { 200: { description: "OK" } } },
    });
    const paths = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`/things/${i}`, operation(i)]));
    const text = JSON.stringify({ swagger: "2.0", info: { title: "Things", version: "1.0" }, paths }, null, 2);
    await client.open(uri, text);
    const bracket = text.lastIndexOf("}", text.indexOf('"/things/11"'));
    const broken = await client.edit(uri, bracket, bracket + 1, "");
    expect(broken.filter(({ code }) => code === "syntax").length).toBe(1);
    expect((await client.symbols(uri)).map(({ name }) => name)).toEqual(
      Array.from({ length: 30 }, (_, i) => `Get${i}`),
    );
  });
});
