import { textPlace } from "../places.ts";
import { defineRule } from "../rule.ts";
import { scriptOf } from "../script.ts";

const WAITS = /\b(?:Thread\.Sleep|Task\.Delay)\b|(?<=\))\.(?:Result\b(?!\s*\()|Wait\s*\(|GetAwaiter\(\)\.GetResult\b)/g;

export default defineRule({
  id: "script-time",
  section: "files",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The script does not wait.",
  why: "A script has seconds to answer; while it sleeps or blocks, that time passes, and the call fails.",
  todo: "Await what takes time, and leave waiting to the flow: a delay, or a trigger that asks again.",
  source: "Microsoft Learn, writing code in a custom connector",
  check: {
    entity(entity, { report }) {
      const script = scriptOf(entity);
      if (!script) return;
      for (const match of script.code.matchAll(WAITS))
        report({
          at: textPlace(script.file, match.index, match.index + match[0].length),
          message: /Sleep|Delay/.test(match[0])
            ? "The script waits here, and its time to answer passes."
            : "The script blocks here until an answer comes; await it.",
        });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== script.csx ===
Thread.Sleep(6000);
^^^^^^^^^^^^ The script waits here
var answer = client.SendAsync(request).Result;
                                      ^^^^^^^ The script blocks here
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== script.csx ===
await Task.WhenAll(one, two);
// Thread.Sleep(6000);
var text = outcome.ResultText;
`,
    ],
  },
});
