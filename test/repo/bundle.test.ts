import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { rules } from "../../core/checklist/generated.ts";
import { rules as changes } from "../../core/versioning/generated.ts";
import { root } from "../support/paths.ts";

describe.each(["cli.cjs", "server-engine.cjs", "registry.cjs"])("%s", (name) => {
  const text = readFileSync(path.join(root, "dist", name), "utf8");
  it("has every rule and every kind of change", () => {
    const missing = [...rules, ...changes].filter(({ id }) => !text.includes(`"${id}"`));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });
  it("has no examples, which nothing that is shipped reads", () => {
    const lines = rules.flatMap(({ examples }) => examples.bad.flatMap((example) => example.split("\n")));
    // A line of an example with its marker and message is found nowhere else.
    const markers = lines.filter((line) => /^\s*\^{3,} \S{2,} \S/.test(line)).map((line) => line.trim());
    expect(markers.length).toBeGreaterThan(300);
    expect(markers.filter((line) => text.includes(line))).toEqual([]);
  });
});
