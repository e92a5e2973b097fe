/** From what a command was invoked on to the request that is meant, and what all decisions have in common. */
import { Sentence } from "./errors.ts";
import type { Context, RegistryClient, ReviewDetail, ReviewInfo } from "./ports.ts";
import { targetOf } from "./targets.ts";

/** The request of a row, or one that the person picks among those that `among` gives. */
export async function reviewOf(
  context: Context,
  argument: unknown,
  title: string,
  among: "waiting" | "sent",
): Promise<{ client: RegistryClient; review: ReviewDetail }> {
  const client = await context.registry.connect();
  const { review } = targetOf(argument);
  if (review) return { client, review: await client.request(review) };
  const all = (await client.requests(context.now()))[among];
  if (all.length === 0)
    throw new Sentence(
      among === "waiting" ? "No request waits for your decision." : "None of your requests waits for a decision.",
    );
  const chosen = await context.ui.pick(
    { title, placeholder: "Which request?" },
    all.map((one) => ({
      label: `${one.name} ${one.version}`,
      description: `${one.kind} · ${one.requested_by}`,
      icon: "git-pull-request",
      value: one.id,
    })),
  );
  return { client, review: await client.request(chosen) };
}

/** Refuses in a sentence what the registry would refuse, too. */
export function ensurePending({ name, version, state, decided_by }: ReviewInfo): void {
  if (state !== "pending")
    throw new Sentence(`The request for ${name} ${version} was ${state} by ${decided_by} already.`, {
      title: "Refresh",
      command: "patchbay.refresh",
    });
}

/** Whom a request is about and who would see it, for the line below a choice. */
export function whatIsAsked({ connector, kind, scope, requested_by, message }: ReviewInfo): string {
  const where =
    kind === "promotion" || scope === "global" ? "Every enterprise will see it." : "Its enterprise will see it.";
  return [`${connector}, asked for by ${requested_by}. ${where}`, message].filter(Boolean).join(" ");
}
