/** Whether a person publishes alone or asks somebody else, by the table of authority that the registry has, too. */
import { may } from "../../core/lifecycle/authority.ts";
import type { Person, PublishPolicy, Scope } from "./ports.ts";

export interface Rights {
  publish: boolean;
  /** May ask for a publication that somebody else decides. */
  ask: boolean;
}

/** What a person may do with a connector of a namespace. The registry decides in the end; this keeps prompts from leading nowhere. */
export function rightsOf(person: Person, policy: PublishPolicy, namespace: string, scope: Scope): Rights {
  const actor = { principal: person.name, enterprise: person.enterprise, roles: person.roles };
  const subject = { enterprise: namespace, scope };
  return {
    publish: may(actor, "publish", subject, policy) !== "no" && !policy.reviewRequired[scope],
    ask: may(actor, "request", subject, policy) === "yes",
  };
}
