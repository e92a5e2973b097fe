import type { Feature } from "../feature.ts";
import codeActions from "./code-actions.ts";
import codeLens from "./code-lens.ts";
import colorPresentation from "./color-presentation.ts";
import colors from "./colors.ts";
import completion from "./completion.ts";
import definition from "./definition.ts";
import hover from "./hover.ts";
import inlayHints from "./inlay-hints.ts";
import links from "./links.ts";
import prepareRename from "./prepare-rename.ts";
import references from "./references.ts";
import rename from "./rename.ts";
import symbols from "./symbols.ts";

/** Every editor feature; the server's capabilities follow from this list. */
export const features: readonly Feature[] = [
  codeActions,
  codeLens,
  colorPresentation,
  colors,
  completion,
  definition,
  hover,
  inlayHints,
  links,
  prepareRename,
  references,
  rename,
  symbols,
];
