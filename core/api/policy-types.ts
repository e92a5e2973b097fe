/** What goes over the wire of policies. */
import type { Policy, PolicyChoice } from "../lifecycle/policy.ts";

export interface PolicyInfo {
  /** Whose policy; null for the registry's own. */
  enterprise: string | null;
  /** What was decided here. */
  choice: PolicyChoice;
  /** What holds, with what was decided above. */
  effective: Policy;
  updated_by: string | null;
  updated_at: string | null;
  /** For If-Match where it is replaced. */
  etag: string;
}
