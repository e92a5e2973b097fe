import { renameKey } from "../../syntax/edits.ts";
import { isPath, keyPart } from "../paths.ts";
import { defineRule } from "../rule.ts";

interface Flaw {
  readonly from: number;
  readonly to: number;
  readonly message: string;
  /** The whole path without the flaw. */
  readonly fixed?: string;
}

/** What is wrong with the variables of a path: the first flaw, because those behind it may only follow from it. */
function flaw(path: string): Flaw | undefined {
  let start = 0;
  for (const segment of path.split("/")) {
    const end = start + segment.length;
    let open = -1;
    for (let at = start; at < end; at++) {
      if (path[at] === "{") {
        if (open >= 0) return { from: open, to: at + 1, message: "has a brace within a variable" };
        open = at;
      } else if (path[at] === "}") {
        if (open < 0) {
          const alone = segment.indexOf("}") === segment.lastIndexOf("}") && at === end - 1;
          return {
            from: at,
            to: at + 1,
            message: "closes a variable that was never opened",
            ...(alone && { fixed: `${path.slice(0, start)}{${path.slice(start)}` }),
          };
        }
        const name = path.slice(open + 1, at);
        if (!name.trim()) return { from: open, to: at + 1, message: "has a variable without a name" };
        const equals = name.indexOf("=");
        if (equals >= 0)
          return {
            from: open,
            to: at + 1,
            message: "gives a variable a default value",
            fixed: `${path.slice(0, open + 1 + equals).trimEnd()}${path.slice(at)}`,
          };
        open = -1;
      }
    }
    if (open >= 0) {
      const whole =
        open === start &&
        end > open + 1 &&
        !path
          .slice(end)
          .replace(/\{[^{}]*\}/g, "")
          .includes("}");
      return {
        from: open,
        to: end,
        message: "has a variable that its part of the path does not close",
        ...(whole && { fixed: `${path.slice(0, end)}}${path.slice(end)}` }),
      };
    }
    start = end + 1;
  }
  return undefined;
}

export default defineRule({
  id: "path-template-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The braces of a path pair within one part of it and hold only a name.",
  why: "A brace too many or too few makes the variable a part of the address, and no value ever gets there.",
  todo: "Close every `{` before the next slash, and give a default with the parameter and not in the path.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["OperationPathTemplateNotValid", "OperationPathVariablesContainDefaults"],
  check: {
    part: {
      pathItem({ item }, { report }) {
        const found = flaw(item.key);
        if (!found || !isPath(item)) return;
        const { from, to, message, fixed } = found;
        report({
          at: keyPart(item, from, to),
          message: `The path ${item.key} ${message}.`,
          ...(fixed !== undefined && {
            fix: { title: `Change the path to "${fixed}"`, edits: () => renameKey(item, fixed) },
          }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id": {},
            ^^^ The path /items/{id has a variable that its part of the path does not close.
    "/lists/id}/items": {},
              ^ The path /lists/id}/items closes a variable that was never opened.
    "/pages/{number=1}/lines": {},
            ^^^^^^^^^^ The path /pages/{number=1}/lines gives a variable a default value.
    "/files/{folder/name}": {},
            ^^^^^^^ The path /files/{folder/name} has a variable that its part of the path does not close.
    "/rows/{}": {},
           ^^ The path /rows/{} has a variable without a name.
    "/cells/{{id}}": {}
            ^^ The path /cells/{{id}} has a brace within a variable.
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": { "/items/{id}/{a}.{b}": {}, "/items('{key}')/values(a={a})": {}, "/": {}, "x-{": {} }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items/{id}": {},
    "/lists/{id}/items": {},
    "/pages/{number}/lines": {},
    "/files/{folder/name}": {},
    "/rows/{}": {},
    "/cells/{{id}}": {}
  }
}
`,
    ],
  },
});
