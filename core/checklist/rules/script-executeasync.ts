import type { TextEdit } from "../../syntax/source.ts";
import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { classesOf, scriptOf } from "../script.ts";

const METHOD =
  /((?:\b(?:public|protected|private|internal|static|virtual|override|async)\s+)*)(?:\w+\.)*Task\s*<[^>]*>\s+(ExecuteAsync)\s*\(/g;
const SKELETON = `
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken).ConfigureAwait(false);
    }
`;

export default defineRule({
  id: "script-executeasync",
  section: "files",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The script overrides ExecuteAsync.",
  why: "The platform calls this method for every request; without it the script cannot be built or does nothing.",
  todo: "Add `public override async Task<HttpResponseMessage> ExecuteAsync()` to the class Script.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity(entity, { report }) {
      const script = scriptOf(entity);
      if (!script) return;
      const { file, code } = script;
      const methods = [...code.matchAll(METHOD)];
      if (methods.some((match) => /\boverride\b/.test(match[1] ?? ""))) return;
      const [method] = methods;
      if (method) {
        const start = method.index + method[0].lastIndexOf("ExecuteAsync");
        const shown = /\bpublic\s+/.exec(method[1] ?? "");
        const at = method.index + (shown ? shown.index + shown[0].length : 0);
        report({
          at: textPlace(file, start, start + "ExecuteAsync".length),
          message: "ExecuteAsync does not override the method of ScriptBase.",
          ...(shown && {
            fix: {
              title: "Make it override",
              edits: (): TextEdit[] => [{ path: file.path, start: at, end: at, newText: "override " }],
            },
          }),
        });
        return;
      }
      const owner = classesOf(script).find(({ name, base }) => base === "ScriptBase" || /^script$/i.test(name));
      // Without the class there is nothing that could have the method; the rule about the class says so.
      if (!owner) return;
      report({
        at: textPlace(file, owner.start, owner.end),
        message: "The script does not override ExecuteAsync.",
        ...(owner.body >= 0 && {
          fix: {
            title: "Add ExecuteAsync to start from",
            edits: (): TextEdit[] => [
              { path: file.path, start: owner.body, end: owner.body, newText: SKELETON.trimEnd() },
            ],
          },
        }),
      });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
             ^^^^^^ The script does not override ExecuteAsync.
{
    // public override async Task<HttpResponseMessage> ExecuteAsync()
}
`,
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
{
    public async Task<HttpResponseMessage> ExecuteAsync()
                                           ^^^^^^^^^^^^ ExecuteAsync does not override the method of ScriptBase.
    {
        return null;
    }
}
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return null;
    }
}
`,
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return await this.Context.SendAsync(this.Context.Request, this.CancellationToken).ConfigureAwait(false);
    }
    // public override async Task<HttpResponseMessage> ExecuteAsync()
}
`,
      `{ "swagger": "2.0" }
=== script.csx ===
public class Script : ScriptBase
{
    public override async Task<HttpResponseMessage> ExecuteAsync()
    {
        return null;
    }
}
`,
    ],
  },
});
