/** Working copies: for every connector one of each author. */
import type { Scope } from "../../core/api/types.ts";
import type { Tx, Value } from "./driver.ts";
import { deleteFiles, type FileOwner } from "./files.ts";

export interface DraftRow {
  id: string;
  connector_id: string;
  enterprise: string;
  principal: string;
  scope: Scope;
  rev: number;
  digest: string;
  size: number;
  created_at: string;
  updated_at: string;
}

export function findDraft(tx: Tx, connector: string, principal: string): Promise<DraftRow | undefined> {
  return tx.get<DraftRow>("select * from draft where connector_id = ? and principal = ?", connector, principal);
}

/** The draft of a connector that was written last, whosever it is. */
export function findNewestDraft(tx: Tx, connector: string): Promise<DraftRow | undefined> {
  return tx.get<DraftRow>(
    "select * from draft where connector_id = ? order by updated_at desc, id desc limit 1",
    connector,
  );
}

/** The drafts of one author, the one that was written last first. */
export function listDrafts(
  tx: Tx,
  { enterprise, principal }: { readonly enterprise: string; readonly principal: string },
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<DraftRow[]> {
  const next = after ? "and (updated_at, id) < (?, ?)" : "";
  return tx.all<DraftRow>(
    `select * from draft where enterprise = ? and principal = ? ${next} order by updated_at desc, id desc limit ?`,
    enterprise,
    principal,
    ...(after ?? []),
    limit,
  );
}

/** Finds a draft and raises its revision, which on a database with many writers locks its row. */
export function lockDraft(tx: Tx, connector: string, principal: string): Promise<DraftRow | undefined> {
  return tx.get<DraftRow>(
    "update draft set rev = rev + 1 where connector_id = ? and principal = ? returning *",
    connector,
    principal,
  );
}

/** Inserts a draft; nothing happens if another request of its author was faster. */
export async function insertDraft(tx: Tx, row: DraftRow): Promise<boolean> {
  const names = Object.keys(row);
  const changed = await tx.run(
    `insert into draft (${names.join(", ")}) values (${names.map(() => "?").join(", ")})
     on conflict (connector_id, principal) do nothing`,
    ...(Object.values(row) as Value[]),
  );
  return changed === 1;
}

/** Says that a draft has other files now, which are written by themselves. */
export async function updateDraft(
  tx: Tx,
  { id, scope, digest, size, updated_at }: Pick<DraftRow, "id" | "scope" | "digest" | "size" | "updated_at">,
): Promise<void> {
  await tx.run(
    "update draft set scope = ?, digest = ?, size = ?, updated_at = ? where id = ?",
    scope,
    digest,
    size,
    updated_at,
    id,
  );
}

export async function deleteDraft(tx: Tx, row: DraftRow): Promise<void> {
  await deleteFiles(tx, filesOfDraft(row));
  await tx.run("delete from draft where id = ?", row.id);
}

export function filesOfDraft({ id }: DraftRow): FileOwner {
  return { table: "draft_file", key: { draft_id: id } };
}
