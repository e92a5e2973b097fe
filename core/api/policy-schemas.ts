/** The JSON Schemas of policies. */
import { comparisons, type Policy, policySeverities, presets } from "../lifecycle/policy.ts";
import { boolean, etag, nullable, object, oneOf, type Schema, string, time } from "./schema-words.ts";

const members: Record<keyof Policy, Schema> = {
  review_required: boolean,
  tests_required: {
    const: false,
    description: "Live tests cannot be asked for yet, because nothing brings their evidence.",
  },
  creators_may_publish: boolean,
  sdk_enabled: boolean,
  preset: oneOf(...presets),
  compare_with: oneOf(...comparisons),
  severities: {
    type: "object",
    additionalProperties: oneOf(...policySeverities),
    propertyNames: string({ maxLength: 100 }),
    maxProperties: 500,
  },
};
const optional = Object.fromEntries(Object.entries(members).map(([name, schema]) => [`${name}?`, schema]));

export const policySchemas = {
  PolicyChoice: object(optional),
  PolicyInfo: object({
    enterprise: nullable(string()),
    choice: object(optional),
    effective: object(members),
    updated_by: nullable(string()),
    updated_at: nullable(time),
    etag,
  }),
};
