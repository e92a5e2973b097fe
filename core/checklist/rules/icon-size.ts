import { iconOf } from "../icons.ts";
import { firstLine } from "../places.ts";
import { defineRule } from "../rule.ts";

const MOST = 1024 * 1024;

export default defineRule({
  id: "icon-size",
  section: "files",
  families: ["powerplatform"],
  severity: "warning",
  since: "0.1.0",
  summary: "The icon is a square of 100 to 230 pixels, below 1 MB.",
  why: "Other sizes are cut or stretched where the icon is shown, and are refused by the check of solutions.",
  todo: "Save the icon as a square of 230 by 230 pixels, with the logo within the middle 70 percent.",
  source: "Microsoft Learn, preparing connector files for certification; rules of the solution checker",
  profiles: ["certified"],
  when: "submission",
  check: {
    entity(entity, { report }) {
      const icon = iconOf(entity);
      if (!icon?.png) return;
      const { file, png } = icon;
      const at = firstLine(file);
      if (png.width !== png.height)
        report({ at, message: `The icon is ${png.width} by ${png.height} pixels, and no square.` });
      else if (png.width < 100 || png.width > 230)
        report({ at, message: `The icon has ${png.width} pixels to a side; 100 to 230 are allowed.` });
      if (png.bytes >= MOST)
        report({ at, message: `The icon has ${(png.bytes / MOST).toFixed(2)} MB; it is to stay below 1 MB.` });
    },
  },
  examples: {
    bad: [
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 471x471, 5321 bytes, corners #0a4b8c
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The icon has 471 pixels to a side; 100 to 230 are allowed.
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x100, 2097152 bytes, corners #0a4b8c
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The icon is 230 by 100 pixels, and no square.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The icon has 2.00 MB
`,
    ],
    good: [
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 230x230, 5321 bytes, corners #0a4b8c
`,
      `{ "swagger": "2.0" }
=== icon.png ===
PNG 100x100, 1048575 bytes, corners #0a4b8c
`,
      `{ "swagger": "2.0" }
=== icon.png ===
JPEG, 5321 bytes
`,
    ],
  },
});
