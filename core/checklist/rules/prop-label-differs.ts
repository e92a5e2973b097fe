import { defineRule } from "../rule.ts";
import { saysSame } from "../wording.ts";

export default defineRule({
  id: "prop-label-differs",
  section: "operations",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The description of a property says more than its label.",
  why: "Both are shown together; one that repeats the other helps nobody.",
  todo: "Say what the value means, its form, or where it comes from.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    member: {
      description({ part: { item, name }, value, text }, { report }) {
        if (name !== "schema" || text === undefined || item.parent.key !== "properties") return;
        if (!saysSame(item.get("x-ms-summary").string ?? "", text)) return;
        if (item.get("x-ms-visibility").string?.toLowerCase() === "internal") return;
        report({ at: value.place, message: `The description of property ${item.key} only repeats its label.` });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Order": {
      "properties": {
        "id": { "type": "string", "x-ms-summary": "Order ID", "description": "Order id." },
                                                                             ^^^^^^^^^^^ The description of property id only repeats its label.
        "note": { "type": "string", "title": "Remark", "x-ms-summary": "Note", "description": "Note" }
                                                                                              ^^^^^^ The description of property note only repeats its label.
      }
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Order": {
      "title": "Order",
      "description": "Order",
      "properties": {
        "id": { "type": "string", "x-ms-summary": "Order ID", "description": "Identifier of the order." },
        "note": { "type": "string", "x-ms-summary": "Comment", "title": "Note", "description": "Note" },
        "key": { "type": "string", "x-ms-summary": "Key", "description": "Key", "x-ms-visibility": "internal" },
        "half": { "x-ms-summary": "Half", "description":  },
        "none": { "x-ms-summary": "", "description": "" }
      }
    }
  }
}
`,
    ],
  },
});
