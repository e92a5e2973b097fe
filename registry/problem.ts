/** A problem as an error: whoever throws it ends the request, and the transaction, with it. */
import { type Problem, type ProblemCode, type ProblemExtras, problemPrefix, problems } from "../core/api/problems.ts";

export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extras: ProblemExtras;
  readonly headers: Record<string, string>;

  /** `detail` says what happened and what to do, in a sentence. */
  constructor(code: ProblemCode, detail: string, extras: ProblemExtras = {}, headers: Record<string, string> = {}) {
    super(detail);
    this.name = "ProblemError";
    this.code = code;
    this.extras = extras;
    this.headers = headers;
  }
}

/** The body of the answer to a problem. */
export function problemBody(error: ProblemError, instance: string, requestId: string): Problem {
  const { status, title } = problems[error.code];
  return {
    type: `${problemPrefix}${error.code}`,
    title,
    status,
    detail: error.message,
    instance,
    request_id: requestId,
    ...error.extras,
  };
}
