/** Whose notices a caller reads. */
import type { Caller } from "./context.ts";
import { platform } from "./store/notices.ts";

/** Those of the own enterprise; platform admins also act for the platform. */
export function audiencesOf({ enterprise, roles }: Caller): string[] {
  return roles.includes("platform_admin") ? [enterprise, platform] : [enterprise];
}
