import { remove, setValue } from "../../syntax/edits.ts";
import { Kind } from "../../syntax/tree.ts";
import { partLabel } from "../document.ts";
import { defineRule, type FixDraft } from "../rule.ts";
import { toType, valueKind } from "../values.ts";

const KEY = "chunkTransfer";

export default defineRule({
  id: "capabilities-chunk",
  section: "operations",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: `The capability ${KEY} is true or false, and stands on an operation.`,
  why: "It lets one operation send large content in pieces; anywhere else, or with another value, nobody reads it.",
  todo: "Write it under `x-ms-capabilities` of the operation, without quotes around true.",
  source: "Microsoft Learn, extending an OpenAPI definition; schema of the definition",
  check: {
    member: {
      "x-ms-capabilities"({ part, value }, { report }) {
        const flag = value.get(KEY);
        if (!flag.exists) return;
        if (part.name !== "operation") {
          report({
            at: flag.keyPlace,
            message: `${KEY} stands on ${partLabel(part)}, but only operations send content in pieces.`,
            fix: { title: `Remove ${KEY}`, edits: () => remove(flag) },
          });
          return;
        }
        if (flag.kind === Kind.boolean || flag.kind === Kind.missing) return;
        const right = toType(flag, "boolean");
        const fix: FixDraft | undefined =
          right === undefined ? undefined : { title: `Replace it by ${right}`, edits: () => setValue(flag, right) };
        report({
          at: flag.place,
          message: `${KEY} of ${partLabel(part)} has to be true or false, but is ${valueKind(flag)}.`,
          ...(fix && { fix }),
        });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "chunkTransfer": true },
                         ^^^^^^^^^^^^^^^ chunkTransfer stands on the definition, but only operations send content in pieces.
  "paths": {
    "/files": {
      "post": { "operationId": "AddFile", "x-ms-capabilities": { "chunkTransfer": "true" } },
                                                                                  ^^^^^^ chunkTransfer of operation AddFile has to be true or false, but is text.
      "put": { "operationId": "SetFile", "x-ms-capabilities": { "chunkTransfer": {} } }
                                                                ^^^^^^^^^^^^^^^ chunkTransfer of operation SetFile has to be true or false, but is an object.
    }
  }
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": { "testConnection": { "operationId": "Ping" } },
  "paths": {
    "/files": {
      "post": { "operationId": "AddFile", "x-ms-capabilities": { "chunkTransfer": true } },
      "put": { "operationId": "SetFile", "x-ms-capabilities": { "chunkTransfer":  } }
    }
  }
}
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "x-ms-capabilities": {},
  "paths": {
    "/files": {
      "post": { "operationId": "AddFile", "x-ms-capabilities": { "chunkTransfer": true } },
      "put": { "operationId": "SetFile", "x-ms-capabilities": { "chunkTransfer": {} } }
    }
  }
}
`,
    ],
  },
});
