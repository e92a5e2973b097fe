/** Policies: the registry's own, and one for each enterprise that has decided something. */
import type { PolicyChoice } from "../../core/lifecycle/policy.ts";
import type { Tx } from "./driver.ts";

/** The subject of the registry's own policy; no enterprise has a name like it. */
export const wholeRegistry = "*";

export interface PolicyRow {
  subject: string;
  document: string;
  rev: number;
  updated_by: string;
  updated_at: string;
}

export function findPolicy(tx: Tx, subject: string): Promise<PolicyRow | undefined> {
  return tx.get<PolicyRow>("select * from policy where subject = ?", subject);
}

/** What a subject has decided; nothing if it never has. */
export async function choiceOf(tx: Tx, subject: string): Promise<PolicyChoice> {
  const row = await findPolicy(tx, subject);
  return row ? (JSON.parse(row.document) as PolicyChoice) : {};
}

/** Writes a policy over the one with the revision before; says whether it was still that one. */
export async function writePolicy(tx: Tx, row: PolicyRow): Promise<boolean> {
  const { subject, document, rev, updated_by, updated_at } = row;
  const changed =
    rev === 1
      ? await tx.run(
          `insert into policy (subject, document, rev, updated_by, updated_at) values (?, ?, ?, ?, ?)
           on conflict (subject) do nothing`,
          subject,
          document,
          rev,
          updated_by,
          updated_at,
        )
      : await tx.run(
          "update policy set document = ?, rev = ?, updated_by = ?, updated_at = ? where subject = ? and rev = ?",
          document,
          rev,
          updated_by,
          updated_at,
          subject,
          rev - 1,
        );
  return changed === 1;
}
