import { iconOf } from "../icons.ts";
import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "icon-background",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The background of the icon is the brand colour, up to its corners.",
  why: "The designer draws the brand colour around the icon; another background shows as a box, a transparent one as a hole.",
  todo: "Fill the whole square with the colour that `iconBrandColor` names, without round corners.",
  source:
    "Microsoft Learn, preparing connector files for certification; rules of the solution checker; pull request template of the connectors repository",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { connector, report }) {
      const icon = iconOf(entity);
      if (!icon?.png || icon.png.corners === "unknown") return;
      const { file, png } = icon;
      const at = firstLine(file);
      const brand = connector.properties.get("iconBrandColor").string?.toLowerCase();
      if (png.corners === "transparent") report({ at, message: "The background of the icon is transparent." });
      else if (png.corners === "different") report({ at, message: "The corners of the icon have different colours." });
      else if (png.corners === "#ffffff") report({ at, message: "The background of the icon is white." });
      else if (brand && brand !== png.corners)
        report({ at, message: `The background of the icon is ${png.corners}, and the brand colour ${brand}.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#0A4B8C" } }
=== icon.png ===
PNG 230x230, 5321 bytes, corners #0a4b8d
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The background of the icon is #0a4b8d, and the brand colour #0a4b8c.
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x230, 5321 bytes, corners transparent
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The background of the icon is transparent.
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x230, 5321 bytes, corners different
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The corners of the icon have different colours.
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x230, 5321 bytes, corners #ffffff
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The background of the icon is white.
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== apiProperties.json ===
{ "properties": { "iconBrandColor": "#0A4B8C" } }
=== icon.png ===
PNG 230x230, 5321 bytes, corners #0a4b8c
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x230, 5321 bytes, corners unknown
`,
    ],
  },
});
