import type { Connector } from "../model/connector.ts";
import { remove } from "../syntax/edits.ts";
import { Item, textAt } from "../syntax/item.ts";
import type { SourceFile } from "../syntax/source.ts";
import type { SyntaxProblem } from "../syntax/tree.ts";
import type { Finding, Fix } from "./types.ts";

/** Id of the findings that a text gives which is no valid JSON or YAML. */
export const SYNTAX_RULE = "syntax";

/** From this many on, more problems of a text would only hide the first ones. */
const MOST = 25;

/** Problems of the text itself, as findings of the rule `syntax`. */
export function syntaxFindings(connector: Connector): Finding[] {
  return connector.files.flatMap((file) =>
    (file.tree?.problems ?? []).slice(0, MOST).map(
      (problem): Finding => ({
        rule: SYNTAX_RULE,
        section: "syntax",
        severity: problem.severity,
        message: problem.message,
        place: { file, start: problem.start, end: problem.end, pointer: pointerOf(file, problem.start) },
        codes: [],
        fixes: fixesOf(file, problem),
      }),
    ),
  );
}

function pointerOf(file: SourceFile, offset: number): string {
  const tree = file.tree;
  return tree ? tree.pointer(tree.innermost(offset)) : "";
}

function fixesOf(file: SourceFile, problem: SyntaxProblem): Fix[] {
  const edit = (start: number, end: number, newText: string) => () => [{ path: file.path, start, end, newText }];
  const written = textAt({ file, start: problem.start, end: problem.end, pointer: "" });
  switch (problem.code) {
    case "trailing-comma":
    case "extra-comma":
      return [{ title: "Remove the comma", edits: edit(problem.start, problem.end, "") }];
    case "missing-comma":
      return [{ title: "Add a comma", edits: edit(problem.end, problem.end, ",") }];
    case "comment":
      return [{ title: "Remove the comment", edits: edit(problem.start, problem.end, "") }];
    case "merge-mark":
      return [{ title: "Remove the line", edits: edit(problem.start, problem.end, "") }];
    case "stray-quote":
      return [{ title: 'Write \\" for it', edits: edit(problem.start, problem.end, '\\"') }];
    case "unmatched-bracket":
      return [{ title: "Remove the bracket", edits: edit(problem.start, problem.end, "") }];
    case "foreign-blank":
      return [{ title: "Replace it by a space", edits: edit(problem.start, problem.end, " ") }];
    case "bad-literal":
      return [
        {
          title: "Write it in lower case",
          edits: edit(problem.start, problem.end, written.toLowerCase()),
        },
      ];
    case "unquoted-name":
    case "unquoted-text":
      return [
        {
          title: "Put it in double quotes",
          edits: edit(problem.start, problem.end, JSON.stringify(written)),
        },
      ];
    case "duplicate-key": {
      const tree = file.tree;
      const node = tree?.innermost(problem.start) ?? -1;
      if (node < 0) return [];
      return [{ title: "Remove this repetition", edits: () => remove(new Item(file, node)) }];
    }
    default:
      return [];
  }
}
