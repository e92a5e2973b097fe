import { insertMember, setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "path-parameters-match",
  section: "operations",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The placeholders of a path and its path parameters are the same, and all required.",
  why: "A placeholder without a value gives a broken address, a parameter without a placeholder is never sent.",
  todo: "Declare a required path parameter for each placeholder, and no other.",
  source: "Publishing page, pre-publication checklist: operations defined with parameters and response schema",
  check: {
    operation({ id, item, path, pathItem, parameters }, { report }) {
      if (!path) return;
      const placeholders = [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string);
      const declared = parameters.filter((parameter) => parameter.in === "path");
      for (const name of new Set(placeholders)) {
        if (declared.some((parameter) => parameter.name === name)) continue;
        const container = item.get("parameters");
        const value = { in: "path", type: "string", required: true, description: `${name}.` };
        report({
          at: pathItem.place,
          message: `The placeholder {${name}} of ${id} has no parameter.`,
          fix: {
            title: `Declare the path parameter ${name}`,
            edits: () =>
              container.exists && (container.children().length || !container.isObject)
                ? insertMember(container, name, value)
                : setMember(item, "parameters", { [name]: value }),
          },
        });
      }
      for (const parameter of declared) {
        if (!placeholders.includes(parameter.name))
          report({ at: parameter.item.keyPlace, message: `The path of ${id} has no placeholder {${parameter.name}}.` });
        else if (!parameter.required)
          report({
            at: parameter.item.keyPlace,
            message: `The path parameter ${parameter.name} of ${id} is not required.`,
            fix: { title: "Mark it as required", edits: () => setMember(parameter.item, "required", true) },
          });
      }
    },
  },
  examples: {
    bad: [
      `operations:
  a:
    method: GET
    path: /items/{id}
          ^^^^^^^^^^^ {id} of a has no parameter
    name: A
`,
      `operations:
  a:
    path: /items/{id}
    parameters:
      id: { in: path, type: string }
      ^^ is not required
      key: { in: path, type: string, required: true }
      ^^^ no placeholder {key}
`,
    ],
    good: [
      `operations:
  a:
    path: /items/{id}
    parameters:
      id: { in: path, type: string, required: true }
`,
    ],
    fixed: [
      `operations:
  a:
    method: GET
    path: /items/{id}
    name: A
    parameters:
      id:
        in: path
        type: string
        required: true
        description: id.
`,
      `operations:
  a:
    path: /items/{id}
    parameters:
      id: { in: path, type: string, required: true }
      key: { in: path, type: string, required: true }
`,
    ],
  },
});
