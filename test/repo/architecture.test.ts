import path from "node:path";
import { expect, it } from "vitest";
import { filesBelow, root } from "../support/paths.ts";
import { borders, violations } from "./borders.ts";

const sources = Object.keys(borders)
  .flatMap((folder) => filesBelow(path.join(root, folder)).filter((file) => file.endsWith(".ts")))
  .map((file) => path.relative(root, file).split(path.sep).join("/"));

it("no file imports across a border", () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(sources.flatMap((file) => violations(root, file))).toEqual([]);
});

it.each([
  ["core/checklist/rules/x.ts", 'import { readFileSync } from "node:fs";', /core is pure/],
  [
    "core/model/x.ts",
    'import { serve } from "../../server/connection.ts";',
    /server\/connection\.ts, which core may not/,
  ],
  ["core/model/x.ts", 'export * from "vscode-languageserver";', /the package vscode-languageserver/],
  ["cli/commands/x.ts", 'import "../../registry/main.ts";', /registry\/main\.ts, which cli may not/],
  [
    "cli/commands/x.ts",
    'const main = await import("../../server/connection.ts");',
    /server\/connection\.ts, which cli may not/,
  ],
  [
    "client/commands/x.ts",
    'import { rules } from "../../core/checklist/generated.ts";',
    /core\/checklist\/generated\.ts, which client may not/,
  ],
  ["client/commands/x.ts", 'import fs from "node:fs";', /also runs in a browser/],
  [
    "registry/routes/x.ts",
    'import type { Io } from "../../cli/command.ts";',
    /cli\/command\.ts, which registry may not/,
  ],
  ["server/features/x.ts", 'import * as vscode from "vscode";', /the package vscode, which server may not/],
])("a planted import is found: %s %s", (file, text, message) => {
  expect(violations(root, file, text).join("\n")).toMatch(message);
});
