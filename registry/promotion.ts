/** Going from one enterprise's catalogue to the global one, whether asked for or done at once. */
import type { State } from "../core/lifecycle/states.ts";
import { ensurePublishable, type Judgement, judge } from "./judge.ts";
import { ensureTransition } from "./lifecycle.ts";
import { policyFor } from "./policy.ts";
import { ensureGlobalSlugFree } from "./publication.ts";
import type { ConnectorRow } from "./store/connectors.ts";
import type { Tx } from "./store/driver.ts";
import type { StoredFile } from "./store/files.ts";
import { readFiles } from "./store/versions.ts";

/** Checks the latest version against what the global catalogue asks for; throws the problem where it cannot go there. */
export async function checkPromotion(
  tx: Tx,
  row: ConnectorRow,
  now: string,
): Promise<{ state: State; files: StoredFile[]; judgement: Judgement }> {
  const state = ensureTransition(row, "promote", { now, scope: row.scope });
  await ensureGlobalSlugFree(tx, row.slug, row.id);
  const files = await readFiles(tx, row.id, row.latest_version);
  const policy = await policyFor(tx, row.enterprise, "global");
  // Its release notes were asked for when it was published.
  const judgement = judge(files, [], { today: now.slice(0, 10), scope: "global", notesGiven: true, policy });
  ensurePublishable(judgement.findings, " in the global catalogue");
  return { state, files, judgement };
}
