/** Cursors of lists: where the last page ended, bound to the question that was asked. */
import { sha256 } from "./hash.ts";
import { ProblemError } from "./problem.ts";

type Position = readonly [key: string, id: string];

/** A cursor for the position after which the next page starts. */
export function writeCursor(position: Position, question: unknown): string {
  return Buffer.from(JSON.stringify([...position, signature(question)])).toString("base64url");
}

/** Reads a cursor, and refuses one that belongs to another question. */
export function readCursor(cursor: string, question: unknown): Position {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (Array.isArray(value) && value.length === 3) {
      const [key, id, signed] = value as unknown[];
      if (typeof key === "string" && typeof id === "string" && signed === signature(question)) return [key, id];
    }
  } catch {
    // Not one of ours: the problem below says so.
  }
  throw new ProblemError("invalid-request", "The cursor belongs to another list. Start again without it.", {
    errors: [{ pointer: "/cursor", detail: "belongs to another list" }],
  });
}

function signature(question: unknown): string {
  return sha256(JSON.stringify(question)).slice(0, 16);
}
