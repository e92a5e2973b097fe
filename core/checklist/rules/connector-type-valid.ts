import { setMember, setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

const TYPES: readonly string[] = ["General", "OEM", "DMS", "CRM", "Finance", "Telematics", "Logistics"];

export default defineRule({
  id: "connector-type-valid",
  section: "overview",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The connector has one of the seven types.",
  why: "The type decides where the connector stands in the catalogue and which subscriptions may use it.",
  todo: "Set `overview.type` to General, OEM, DMS, CRM, Finance, Telematics or Logistics.",
  source: "Creating connectors: type",
  check: {
    connector({ root }, { report }) {
      const overview = root.get("overview");
      if (!overview.isObject) return;
      const type = overview.get("type");
      if (type.string !== undefined && TYPES.includes(type.string)) return;
      const near = TYPES.find((name) => name.toLowerCase() === type.string?.trim().toLowerCase());
      report({
        at: type.place,
        message: type.exists ? `"${String(type.scalar ?? "")}" is no type of connector.` : "The overview has no type.",
        fix: (near ? [near] : TYPES).map((name) => ({
          title: `Set the type to ${name}`,
          edits: () => (type.exists ? setValue(type, name) : setMember(overview, "type", name, "slug")),
        })),
      });
    },
  },
  examples: {
    bad: [
      `overview:
  slug: weather
  type: crm
        ^^^ no type of connector
`,
      `overview:
^^^^^^^^ no type
  slug: weather
`,
    ],
    good: [
      `overview:
  type: Telematics
`,
    ],
    fixed: [
      `overview:
  slug: weather
  type: CRM
`,
      `overview:
  slug: weather
  type: General
`,
    ],
  },
});
