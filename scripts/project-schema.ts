/** The JSON Schema of `.patchbay.yaml`. It names every rule, so it is written by `npm run generate` and not by hand. */

interface Named {
  readonly id: string;
  readonly summary: string;
}

const SEVERITIES = ["error", "warning", "info", "hint", "off"];

export function projectSchema(rules: readonly Named[], attestations: readonly { id: string; title: string }[]): object {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Settings of connectors",
    description: "How the connectors beside and below this file are checked.",
    type: "object",
    properties: {
      profile: {
        description: "What the connectors have to fulfil. Without it, folder, brand colour and publisher tell.",
        type: "string",
        enum: ["custom", "certified", "independent"],
      },
      slug: {
        description: "Name of the connector in the registry. Without it, the folder's name is taken.",
        type: "string",
        pattern: "^[a-z0-9]+(-[a-z0-9]+)*$",
      },
      baseline: {
        description:
          "What changes are compared with: published (the default: the last version), all published versions, those in-use, a revision such as git:main, or the path of a file or folder, as seen from here.",
        type: "string",
      },
      only_new: {
        description: "Whether only findings are shown that the baseline does not have.",
        type: "boolean",
      },
      rules: {
        description: "Other severities for single rules.",
        type: "object",
        properties: Object.fromEntries(
          rules.map(({ id, summary }) => [id, { description: summary, type: "string", enum: SEVERITIES }]),
        ),
        additionalProperties: false,
      },
      attested: {
        description: "What somebody has made sure of that no file can show.",
        type: "object",
        properties: Object.fromEntries(
          attestations.map(({ id, title }) => [
            id,
            {
              description: title,
              type: "object",
              properties: {
                by: { description: "Who has made sure of it.", type: "string" },
                on: { description: "On which day, as 2026-11-23.", type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
              },
              required: ["by"],
              additionalProperties: false,
            },
          ]),
        ),
        additionalProperties: false,
      },
      waivers: {
        description: "Findings that somebody has decided to live with.",
        type: "array",
        items: {
          type: "object",
          properties: {
            rule: { description: "The rule that is waived.", type: "string", enum: rules.map(({ id }) => id) },
            at: {
              description: "The place, for example apiDefinition.swagger.json#/host.",
              type: "string",
            },
            value: {
              description: "Hash of what stood there. When that changes, the waiver has to be decided anew.",
              type: "string",
            },
            reason: { description: "Why it is right to leave this as it is.", type: "string", minLength: 1 },
            author: { description: "Who decided it.", type: "string" },
            expires: {
              description: "Last day on which it counts, as 2027-03-31.",
              type: "string",
              pattern: "^\\d{4}-\\d{2}-\\d{2}$",
            },
          },
          required: ["rule", "at", "value", "reason", "author"],
          additionalProperties: false,
        },
      },
    },
    additionalProperties: false,
  };
}
