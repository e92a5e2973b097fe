import { remove, renameKey } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { problemPath, structureProblems } from "../structure.ts";
import { nearest } from "../text.ts";

export default defineRule({
  id: "known-keys",
  section: "overview",
  families: ["definition", "powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The file uses only the keys of the format.",
  why: "A misspelt key is ignored in silence: what it was meant to say is not said.",
  todo: "Correct the spelling, or remove the key. Own additions go to keys that start with `x-` at the top.",
  source: "Format of connector definitions, version 1",
  check: {
    entity(entity, { connector, report }) {
      if (entity.kind === "file" && entity.file.role !== "project") return;
      for (const problem of structureProblems(entity, connector)) {
        const { wrong, item, schema } = problem;
        if (wrong !== "unknown") continue;
        const near = nearest(item.key, Object.keys(schema.properties ?? {}));
        const owner = problemPath(problem).slice(0, -1).join(".") || "The file";
        report({
          at: item.keyPlace,
          ...(entity.file.role === "project" && { severity: "warning" }),
          message: `${owner} has no key "${item.key}".${near ? ` Did you mean "${near}"?` : ""}`,
          fix: near
            ? { title: `Rename it to "${near}"`, edits: () => renameKey(item, near) }
            : { title: `Remove "${item.key}"`, edits: () => remove(item) },
        });
      }
    },
  },
  examples: {
    bad: [
      `overview:
  name: A
  descripton: B
  ^^^^^^^^^^ Did you mean "description"?
operations:
  a:
    method: GET
    colour: red
    ^^^^^^ no key "colour"
    path: /
`,
    ],
    good: [
      `x-owner: me
overview: { name: A }
operations:
  a:
    response:
      schema: { type: object, x-anything: 1 }
schemas:
  car: { properties: { descripton: {} } }
`,
    ],
    fixed: [
      `overview:
  name: A
  description: B
operations:
  a:
    method: GET
    path: /
`,
    ],
  },
});
