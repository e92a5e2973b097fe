import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { scriptOf } from "../script.ts";

/** A directive; behind `static` follows a type of a namespace. */
const USING = /^[ \t]*using\s+(static\s+)?([A-Z][\w.]*)\s*;/gm;
/** The list of the documentation; all that it does not name is not offered. */
const OFFERED: ReadonlySet<string> = new Set(
  (
    "System System.Collections System.Collections.Generic System.Diagnostics System.Drawing System.Drawing.Drawing2D " +
    "System.Drawing.Imaging System.IO System.IO.Compression System.Linq System.Net System.Net.Http System.Net.Http.Headers " +
    "System.Net.Security System.Security.Authentication System.Security.Cryptography System.Text System.Text.RegularExpressions " +
    "System.Threading System.Threading.Tasks System.Web System.Xml System.Xml.Linq Microsoft.Extensions.Logging Newtonsoft.Json " +
    "Newtonsoft.Json.Linq"
  ).split(" "),
);

export default defineRule({
  id: "script-namespaces",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The script uses only namespaces that the platform offers.",
  why: "Code with other namespaces cannot be built where it runs, or is refused in the review.",
  todo: "Use what `System`, `Newtonsoft.Json` and `Microsoft.Extensions.Logging` offer, or write the few lines yourself.",
  source: "Microsoft Learn, writing code in a custom connector; reviews in the connectors repository",
  check: {
    entity(entity, { report }) {
      const script = scriptOf(entity);
      if (!script) return;
      const { file, code } = script;
      for (const match of code.matchAll(USING)) {
        const written = match[2] as string;
        const name = match[1] ? written.slice(0, Math.max(written.lastIndexOf("."), 0)) : written;
        if (OFFERED.has(name)) continue;
        const start = match.index + match[0].indexOf(written);
        const line = code.slice(match.index).search(/[\r\n]|$/);
        const end = match.index + line + (code.slice(match.index + line).match(/^\r?\n/)?.[0].length ?? 0);
        report({
          at: textPlace(file, start, start + name.length),
          message: `The namespace ${name} is not offered to scripts.`,
          fix: {
            title: `Remove "using ${match[1] ?? ""}${written}"`,
            edits: () => [{ path: file.path, start: match.index, end, newText: "" }],
          },
        });
      }
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
using System.Data;
      ^^^^^^^^^^^ The namespace System.Data is not offered to scripts.
using static System.Data.DbType;
             ^^^^^^^^^^^ The namespace System.Data is not offered to scripts.
public class Script : ScriptBase { }
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System.Net.Http;
using System.Drawing.Imaging;
using static System.Math;
using Newtonsoft.Json.Linq;
using Json = Newtonsoft.Json.Linq.JObject;
// using System.Data;
public class Script : ScriptBase { void Run() { using (var reader = Open()) { } } }
`,
    ],
    fixed: [
      `{ "swagger": "2.0" }
=== script.csx ===
using System;
public class Script : ScriptBase { }
`,
    ],
  },
});
