import { insertMembers, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { isComplete } from "../swagger.ts";
import { nearest } from "../text.ts";

const PREFIX = "x-ms-apimTemplateParameter.";
/** The templates, and the parameters without which they do nothing. */
const TEMPLATES: Readonly<Record<string, readonly string[] | undefined>> = {
  convertarraytoobject: ["propertyParentPath", "newPropertyPath", "keyWithinCollectionPropertyPath"],
  convertobjecttoarray: ["propertyParentPath", "newPropertyPath"],
  dynamichosturl: ["urlTemplate"],
  encodepropertyvalue: [],
  pollingtrigger: [],
  routerequesttoendpoint: ["newPath"],
  setheader: ["name", "value"],
  setproperty: ["newPropertyParentPathTemplate", "newPropertySubPathTemplate", "propertyValuePathTemplate"],
  setqueryparameter: ["name", "value"],
  setvaluefromurl: [],
  stringreplace: [],
  stringtoarray: [],
  updatenextlink: [],
};
export default defineRule({
  id: "ap-policy-template",
  section: "auth",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "Every policy is one of the thirteen templates and has what its template needs.",
  why: "A policy that lacks a parameter is dropped when the connector is saved, and its requests go out unchanged.",
  todo: "Correct the template's name, and add the parameters that it needs.",
  source: "Schema of apiProperties.json",
  check: {
    connector({ properties }, { report }) {
      for (const policy of properties.get("policyTemplateInstances").children()) {
        const id = policy.get("templateId");
        const text = id.string?.trim();
        if (!text) continue;
        const needed = TEMPLATES[text.toLowerCase()];
        if (!needed) {
          const meant = nearest(text, Object.keys(TEMPLATES));
          report({
            at: id.place,
            message: `There is no policy template "${text}".`,
            ...(meant && { fix: { title: `Replace it by "${meant}"`, edits: () => setValue(id, meant) } }),
          });
          continue;
        }
        const given = policy.get("parameters");
        if (!given.isObject || !isComplete(given)) continue;
        const missing = needed.filter((key) => !given.get(`${PREFIX}${key}`).exists);
        if (!missing.length) continue;
        report({
          at: id.place,
          message: `The policy ${text} lacks ${missing.map((key) => PREFIX + key).join(", ")}.`,
          fix: {
            title: missing.length === 1 ? "Add the parameter" : "Add the parameters",
            edits: () => insertMembers(given, Object.fromEntries(missing.map((key) => [PREFIX + key, ""]))),
          },
        });
      }
    },
  },
  examples: {
    bad: [
      `=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheaders" },
                      ^^^^^^^^^^^^ There is no policy template "setheaders".
      {
        "templateId": "setheader",
                      ^^^^^^^^^^^ The policy setheader lacks x-ms-apimTemplateParameter.value.
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept"
        }
      }
    ]
  }
}
`,
    ],
    good: [
      `=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "dynamichosturl", "parameters": { "x-ms-apimTemplateParameter.urlTemplate": "https://a.example.com" } }
  }
}
`,
    ],
    fixed: [
      `=== apiProperties.json ===
{
  "properties": {
    "policyTemplateInstances": [
      { "templateId": "setheader" },
      {
        "templateId": "setheader",
        "parameters": {
          "x-ms-apimTemplateParameter.name": "Accept",
          "x-ms-apimTemplateParameter.value": ""
        }
      }
    ]
  }
}
`,
    ],
  },
});
