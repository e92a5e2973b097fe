import { defineRule } from "../rule.ts";

export default defineRule({
  id: "param-formdata-ascii",
  section: "operations",
  families: ["powerplatform"],
  severity: "error",
  since: "0.1.0",
  summary: "The names of form data consist of ASCII characters.",
  why: "The names are sent as headers of the parts, which carry ASCII only; others arrive as something else.",
  todo: "Use the name that the service documents, without accents and other letters.",
  source: "Microsoft Learn, swagger validator errors, section Operations",
  codes: ["InvalidFormDataParameterName"],
  check: {
    member: {
      name({ part, value, text }, { report }) {
        const odd = /[^\x20-\x7e]+/.exec(text ?? "")?.[0];
        if (odd && part.name === "parameter" && part.item.get("in").string === "formData")
          report({
            at: value.place,
            message: `The name ${text} of form data contains "${odd}", which is not ASCII.`,
          });
      },
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "paths": {
    "/files": {
      "post": {
        "operationId": "SendFile",
        "parameters": [{ "name": "größe", "in": "formData", "type": "integer" }]
                                 ^^^^^^^ The name größe of form data contains "öß", which is not ASCII.
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
    "/files": {
      "post": {
        "operationId": "SendFile",
        "parameters": [
          { "name": "file size", "in": "formData", "type": "integer", "x-ms-summary": "Größe" },
          { "name": "größe", "in": "query", "type": "integer" }
        ]
      }
    }
  }
}
`,
    ],
  },
});
