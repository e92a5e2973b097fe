/** Policies as they apply: who may publish, whether somebody else has to look first, and how strictly a version is judged. */
import type { PolicyInfo } from "../core/api/policy-types.ts";
import { rules } from "../core/checklist/generated.ts";
import type { AuthorityPolicy } from "../core/lifecycle/authority.ts";
import { effectivePolicy, type Policy, type PolicyChoice } from "../core/lifecycle/policy.ts";
import { authorise } from "./authorise.ts";
import { actorOf, type Caller, type Context, type Reply } from "./context.ts";
import { ProblemError } from "./problem.ts";
import { appendAudit, registryChain } from "./store/audit.ts";
import type { Tx } from "./store/driver.ts";
import { choiceOf, findPolicy, type PolicyRow, wholeRegistry, writePolicy } from "./store/policies.ts";
import { enterpriseExists } from "./store/tokens.ts";

/** The policy for what an enterprise publishes with a scope. The global catalogue is the registry's. */
export async function policyFor(tx: Tx, enterprise: string, scope: "enterprise" | "global"): Promise<Policy> {
  const registry = await choiceOf(tx, wholeRegistry);
  return scope === "global" ? effectivePolicy(registry) : effectivePolicy(registry, await choiceOf(tx, enterprise));
}

/** What the table of authority asks of a caller's enterprise. */
export async function authorityPolicy(tx: Tx, enterprise: string): Promise<AuthorityPolicy> {
  const { creators_may_publish, sdk_enabled } = await policyFor(tx, enterprise, "enterprise");
  return { creatorsMayPublish: creators_may_publish, sdkEnabled: sdk_enabled };
}

/** Refuses what is published by itself where somebody else has to look at it first. */
export function ensureNoReviewNeeded({ review_required }: Policy, what: "publication" | "promotion"): void {
  if (review_required)
    throw new ProblemError(
      "review-required",
      `A policy lets nobody do this alone: send it as a request for ${what}, and somebody else decides it.`,
    );
}

/** A policy as the API shows it. */
export async function policyInfo(tx: Tx, subject: string): Promise<PolicyInfo> {
  const row = await findPolicy(tx, subject);
  const choice = row ? (JSON.parse(row.document) as PolicyChoice) : {};
  const registry = subject === wholeRegistry ? {} : await choiceOf(tx, wholeRegistry);
  return {
    enterprise: subject === wholeRegistry ? null : subject,
    choice,
    effective: effectivePolicy(registry, choice),
    updated_by: row?.updated_by ?? null,
    updated_at: row?.updated_at ?? null,
    etag: etagOfPolicy(row),
  };
}

/** Replaces what a subject has decided. */
export async function putPolicy(
  { caller, choice, ifMatch }: { caller: Caller; choice: PolicyChoice; ifMatch: string | undefined },
  subject: string,
  context: Context,
): Promise<Reply<PolicyInfo>> {
  ensureRules(choice);
  const now = context.now();
  return context.store.write(async (tx) => {
    const isRegistry = subject === wholeRegistry;
    authorise(caller, isRegistry ? "write_registry_policy" : "write_policy", { enterprise: subject }, context);
    if (!isRegistry && !(await enterpriseExists(tx, subject)))
      throw new ProblemError("not-found", `There is no enterprise ${subject}.`);
    const before = await findPolicy(tx, subject);
    ensureGranted(caller, choice, before);
    if (ifMatch === undefined)
      throw new ProblemError(
        "precondition-required",
        "Give the policy's ETag in If-Match, so that no newer one is lost.",
      );
    const row: PolicyRow = {
      subject,
      document: JSON.stringify(choice),
      rev: (before?.rev ?? 0) + 1,
      updated_by: caller.principal,
      updated_at: now,
    };
    if (ifMatch !== etagOfPolicy(before) || !(await writePolicy(tx, row)))
      throw new ProblemError(
        "precondition-failed",
        "The policy was changed in the meantime. Read it again and repeat the change.",
      );
    await appendAudit(tx, registryChain, {
      at: now,
      actor: actorOf(caller),
      action: "policy.changed",
      detail: { subject, choice },
    });
    const info = await policyInfo(tx, subject);
    return { status: 200, body: info, headers: { etag: info.etag } };
  });
}

function etagOfPolicy(row: PolicyRow | undefined): string {
  return `"r${row?.rev ?? 0}"`;
}

const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

function ensureRules({ severities = {} }: PolicyChoice): void {
  const strange = Object.keys(severities).filter((id) => !ruleIds.has(id));
  const [first] = strange;
  if (first === undefined) return;
  throw new ProblemError("invalid-request", `There is no rule ${JSON.stringify(first)}. docs/rules lists the rules.`, {
    errors: strange.map((id) => ({ pointer: `/severities/${id}`, detail: "is no rule" })),
  });
}

/** Whether an enterprise may build connectors is granted to it, and not taken by it. */
function ensureGranted(caller: Caller, { sdk_enabled }: PolicyChoice, before: PolicyRow | undefined): void {
  const known = before && (JSON.parse(before.document) as PolicyChoice).sdk_enabled;
  if (sdk_enabled === known || caller.roles.includes("platform_admin")) return;
  throw new ProblemError(
    "forbidden",
    "Only a platform admin decides whether an enterprise may build connectors. Leave sdk_enabled as it is.",
  );
}
