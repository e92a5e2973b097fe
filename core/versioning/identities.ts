import type { Operation } from "../model/connector.ts";
import type { Memos } from "./memos.ts";

/** What an operation is called by. */
export interface Identity {
  readonly id: string;
  readonly method: string;
  readonly path: string;
}

/** Identities of operations of both versions. Who asks for one hears only of changes of that. */
export class Identities {
  private readonly memos: Memos;
  private readonly known = new WeakMap<Operation, () => Identity>();

  constructor(memos: Memos) {
    this.memos = memos;
  }

  of(operation: Operation): Identity {
    let identity = this.known.get(operation);
    if (!identity) {
      identity = this.memos.memo(
        () => ({ id: operation.id, method: operation.method, path: operation.path }),
        sameIdentity,
      );
      this.known.set(operation, identity);
    }
    return identity();
  }
  same(old: Operation, now: Operation): boolean {
    return sameIdentity(this.of(old), this.of(now));
  }
}

export function sameIdentity(one: Identity, other: Identity): boolean {
  return one.id === other.id && one.method === other.method && one.path === other.path;
}
