import { setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule } from "../rule.ts";
import { nearest } from "../text.ts";

const KEY = "x-ms-media-kind";
const VALUES = ["image", "audio"];

export default defineRule({
  id: "media-kind-value",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: `The extension ${KEY} is image or audio.`,
  why: "It says what an app shows or plays; there are players for these two kinds only.",
  todo: "Write one of the two, or remove the extension.",
  source: "Schema of the definition, x-ms-media-kind",
  check: {
    member: {
      [KEY]({ part, value }, { report }) {
        if (value.kind === Kind.missing || VALUES.includes(value.string ?? "")) return;
        const meant = nearest(value.string ?? "", VALUES);
        report({
          at: value.place,
          message: `"${KEY}" of ${partLabel(part)} has to be image or audio.`,
          ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(value, meant) } }),
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
        "photo": { "type": "string", "x-ms-media-kind": "Image" },
                                                        ^^^^^^^ "x-ms-media-kind" of property photo has to be image or audio.
        "film": { "type": "string", "x-ms-media-kind": "video" }
                                                       ^^^^^^^ "x-ms-media-kind" of property film has to be image or audio.
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
    "Item": {
      "properties": {
        "photo": { "type": "string", "x-ms-media-kind": "image" },
        "song": { "type": "string", "x-ms-media-kind": "audio", "example": { "x-ms-media-kind": "video" } },
        "x-ms-media-kind": { "type": "string", "x-ms-media-kind": }
      }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "definitions": {
    "Item": {
      "properties": {
        "photo": { "type": "string", "x-ms-media-kind": "image" },
        "film": { "type": "string", "x-ms-media-kind": "video" }
      }
    }
  }
}
`,
    ],
  },
});
