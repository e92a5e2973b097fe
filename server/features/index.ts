import type { Feature } from "../feature.ts";
import codeActions from "./code-actions.ts";
import codeLens from "./code-lens.ts";
import completion from "./completion.ts";
import hover from "./hover.ts";
import symbols from "./symbols.ts";

/** Every editor feature; the server's capabilities follow from this list. */
export const features: readonly Feature[] = [codeActions, codeLens, completion, hover, symbols];
