/** From what a command was invoked on to the working copy in the registry that is meant. */
import { Sentence } from "./errors.ts";
import type { Context, DraftSummary, RegistryClient } from "./ports.ts";
import { targetOf } from "./targets.ts";
import { ago } from "./versions.ts";

/** The working copy of a row, or one that the person picks. */
export async function draftOf(
  { registry, ui, now }: Context,
  argument: unknown,
  title: string,
): Promise<{ client: RegistryClient; draft: DraftSummary }> {
  const client = await registry.connect();
  const { id } = targetOf(argument);
  const all = await client.drafts();
  const mine = id === undefined ? all : all.filter(({ connector }) => connector === id);
  if (mine.length === 0)
    throw new Sentence(`You keep no working copy${id ? ` of ${id}` : ""} in ${client.entry.name}.`, {
      title: "Save Working Copy to Registry",
      command: "patchbay.saveDraft",
    });
  if (id !== undefined) return { client, draft: mine[0]! };
  const draft = await ui.pick(
    { title, placeholder: "Which working copy?" },
    mine.map((one) => ({
      label: one.connector,
      description: `saved ${ago(one.updated_at, now())}`,
      icon: "edit",
      value: one,
    })),
  );
  return { client, draft };
}
