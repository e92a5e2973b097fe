import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { scriptOf } from "../script.ts";

const CLIENT = /\bnew\s+(?:System\.Net\.Http\.)?HttpClient\b/g;

export default defineRule({
  id: "script-no-httpclient",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The script calls through its context.",
  why: "Calls of a client of its own pass the connection and its limits by, and are going to be blocked.",
  todo: "Write `await this.Context.SendAsync(request, this.CancellationToken)`.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity(entity, { report }) {
      const script = scriptOf(entity);
      if (!script) return;
      for (const match of script.code.matchAll(CLIENT))
        report({
          at: textPlace(script.file, match.index, match.index + match[0].length),
          message: "The script makes an HttpClient of its own.",
        });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== script.csx ===
var client = new HttpClient();
             ^^^^^^^^^^^^^^ The script makes an HttpClient of its own.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
// new HttpClient()
var answer = await this.Context.SendAsync(request, this.CancellationToken);
`,
    ],
  },
});
