import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";

/**
 * Whether a pattern compiles. The platform's own engine knows a few constructs that the one here does not; they are taken out
 * or replaced by the nearest that both know, so that only what neither can read is reported.
 */
function compiles(pattern: string): boolean {
  const common = pattern
    .replace(/\(\?#[^)]*\)/g, "")
    .replace(/\(\?[imnsx]*(?:-[imnsx]+)?\)/g, "")
    .replace(/\(\?(?:>|[imnsx]+(?:-[imnsx]+)?:|-[imnsx]+:|'\w+')/g, "(?:");
  try {
    new RegExp(common);
    return true;
  } catch {
    return false;
  }
}

export default defineRule({
  id: "pattern-valid",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Every pattern is a valid regular expression.",
  why: "A pattern that cannot be read checks nothing, and the validator refuses it.",
  todo: "Correct the expression; brackets have to pair, and every backslash stands twice in JSON.",
  source: "Microsoft Learn, swagger validator errors, section Properties",
  codes: ["PatternShouldBeValidRegularExpression"],
  check: {
    member: {
      pattern({ part, value: pattern }, { report }) {
        if (pattern.string && !compiles(pattern.string))
          report({
            at: pattern.place,
            message: `The pattern "${pattern.string}" of ${partLabel(part)} is no valid regular expression.`,
          });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "code": { "type": "string", "pattern": "[a-" },
                                               ^^^^^ The pattern "[a-" of property code is no valid regular expression.
        "name": { "type": "string", "pattern": "^(\\\\w+$" },
                                               ^^^^^^^^^ The pattern "^(\\w+$" of property name is no valid regular expression.
        "size": { "type": "string", "pattern": "*" }
                                               ^^^ The pattern "*" of property size is no valid regular expression.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": { "parameters": [{ "name": "code", "in": "query", "type": "string", "pattern": "(?i)^[a-z]{2,5}$" }] }
  },
  "definitions": {
    "Item": {
      "properties": {
        "code": { "type": "string", "pattern": "^(?>a+)(?i:b)(?#note)$" },
        "pattern": { "type": "string", "default": "[", "example": { "pattern": "(" } }
      }
    }
  }
}
`,
    ],
  },
});
