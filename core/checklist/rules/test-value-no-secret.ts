import { remove } from "../../syntax/edits.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { isPlaceholder, isSecretName, KNOWN_SECRET, looksRandom } from "../secrets.ts";

const EMAIL = /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i;
const HARMLESS = /\b(?:test|demo|contoso|fabrikam|example|acme|sample|user|email)\b/i;

export default defineRule({
  id: "test-value-no-secret",
  section: "auth",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "Values for tests hold neither secrets nor data of persons.",
  why: "They are published with the connector, and everybody can read and use them.",
  todo: "Remove the value, or write an invented one. An address of a person is only warned about.",
  source: "Schema of the definition, x-ms-test-value",
  check: {
    member: {
      "x-ms-test-value"({ part, value }, { report }) {
        const text = value.string?.trim() ?? "";
        const name = part.name === "schema" ? part.item.key : (part.item.get("name").string ?? "");
        const secret = KNOWN_SECRET.test(text) || (isSecretName(name) && looksRandom(text));
        const person = EMAIL.test(text) && !HARMLESS.test(text) && !isPlaceholder(text);
        if (!secret && !person) return;
        report({
          at: value.place,
          // Whether an address is that of a person, only its owner knows.
          ...(!secret && { severity: "warning" }),
          message: secret
            ? `The test value of ${partLabel(part)} looks like a real secret.`
            : `The test value of ${partLabel(part)} looks like the address of a person.`,
          fix: { title: "Remove the test value", edits: () => remove(value) },
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "any", "in": "query", "type": "string", "x-ms-test-value": "glpat-not-a-real-token-123" },
                                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The test value of parameter any looks like a real secret.
        { "name": "apiKey", "in": "query", "x-ms-test-value": "a81bc81bdead4e5dabff90865d1e13b1", "type": "string" },
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The test value of parameter apiKey looks like a real secret.
        { "name": "to", "in": "query", "x-ms-test-value": "jane.doe@northwind.org", "type": "string" }
                                                          ^^^^^^^^^^^^^^^^^^^^^^^^ The test value of parameter to looks like the address of a person.
      ]
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "id", "in": "query", "type": "string", "x-ms-test-value": "a81bc81bdead4e5dabff90865d1e13b1" },
        { "name": "apiKey", "in": "query", "type": "string", "x-ms-test-value": "insert api key" },
        { "name": "to", "in": "query", "type": "string", "x-ms-test-value": "jane@example.com" },
        { "name": "top", "in": "query", "type": "integer", "x-ms-test-value": 10 }
      ]
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "paths": {
    "/items": {
      "parameters": [
        { "name": "any", "in": "query", "type": "string" },
        { "name": "apiKey", "in": "query", "type": "string" },
        { "name": "to", "in": "query", "type": "string" }
      ]
    }
  }
}
`,
    ],
  },
});
