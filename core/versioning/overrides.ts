import type { Bump } from "./types.ts";

/**
 * Where connector definitions are judged otherwise than the common table, with the reason. Nothing else in the code may know
 * of such a difference.
 */
export const definitionOverrides: Readonly<Record<string, { readonly bump: Bump; readonly reason: string }>> = {
  "base-path-changed": {
    bump: "minor",
    reason:
      "Orchestrations call operations by name; the platform joins base URL and path at run time, so another prefix on the same host reaches nobody's saved steps.",
  },
};
