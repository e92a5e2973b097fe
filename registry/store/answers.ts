/** Answers that are given again when a request is sent again with the same Idempotency-Key. */
import type { Tx } from "./driver.ts";

export interface AnswerRow {
  id: string;
  request_hash: string;
  /** Encrypted with the key of the request. */
  answer: string;
  created_at: string;
}

export function findAnswer(tx: Tx, id: string): Promise<AnswerRow | undefined> {
  return tx.get<AnswerRow>("select * from idempotency where id = ?", id);
}

export async function keepAnswer(tx: Tx, { id, request_hash, answer, created_at }: AnswerRow): Promise<void> {
  await tx.run(
    "insert into idempotency (id, request_hash, answer, created_at) values (?, ?, ?, ?)",
    id,
    request_hash,
    answer,
    created_at,
  );
}

/** Forgets the answers of before a time. */
export function forgetAnswers(tx: Tx, before: string): Promise<number> {
  return tx.run("delete from idempotency where created_at < ?", before);
}
