/** The problems that the registry answers with (RFC 9457), as one table, and the error that clients throw for them. */
import type { Bump } from "../versioning/types.ts";
import type { ChangeInfo, FindingInfo } from "./types.ts";

/** Every problem type: its status, and its title. */
export const problems = {
  "invalid-request": { status: 400, title: "The request is not as the API describes it." },
  unauthenticated: { status: 401, title: "The token is missing, unknown, expired or revoked." },
  forbidden: { status: 403, title: "This token may not do that." },
  // The four of RFC 8628, for a device that asks whether its code was confirmed.
  "authorization-pending": { status: 400, title: "The code was not confirmed yet." },
  "slow-down": { status: 400, title: "The device asks too often." },
  "expired-token": { status: 400, title: "The code has expired." },
  "access-denied": { status: 400, title: "The sign-in was refused." },
  "not-found": { status: 404, title: "There is nothing at this address." },
  "method-not-allowed": { status: 405, title: "This address does not know the method." },
  "version-exists": { status: 409, title: "The version exists with other content." },
  "invalid-state": { status: 409, title: "The state of the connector does not allow it." },
  "grace-period": { status: 409, title: "The connector is in use and its notice has not passed." },
  "sunset-not-earlier": { status: 409, title: "The day of a deprecation is never moved earlier." },
  "connector-unpublished": { status: 409, title: "The connector takes no new connections." },
  "review-pending": { status: 409, title: "A request for this connector waits for its decision." },
  "review-required": { status: 409, title: "Somebody else has to decide this." },
  "name-taken": { status: 409, title: "The name is taken." },
  "precondition-failed": { status: 412, title: "It was changed in the meantime." },
  "too-large": { status: 413, title: "The request is too large." },
  "unsupported-media-type": { status: 415, title: "The content type is not supported." },
  "validation-failed": { status: 422, title: "The checklist is not met." },
  "semver-gate": { status: 422, title: "The version number does not fit the changes." },
  "guide-incomplete": { status: 422, title: "The migration guide leaves out what breaks." },
  "no-change": { status: 422, title: "Nothing changed since the last version." },
  "sunset-too-early": { status: 422, title: "A deprecation needs more notice." },
  "override-incomplete": { status: 422, title: "The override needs a reason and the slug." },
  "idempotency-key-reused": { status: 422, title: "The key or number came with another request." },
  "rate-limited": { status: 429, title: "Too many requests." },
  "precondition-required": { status: 428, title: "The If-Match header is missing." },
  internal: { status: 500, title: "The registry failed." },
  "identity-provider-down": { status: 503, title: "The identity provider does not answer." },
  unavailable: { status: 503, title: "The registry cannot store anything now." },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** What problem types start with. */
export const problemPrefix = "urn:patchbay:problem:";

/** Members that only some problems have. */
export interface ProblemExtras {
  /** rate-limited: seconds after which it may go on. */
  retry_after?: number;
  /** slow-down: seconds between two questions from now on. */
  interval?: number;
  /** Where in the request something is wrong. */
  errors?: { pointer: string; detail: string }[];
  /** validation-failed: what the checklist found. */
  findings?: FindingInfo[];
  /** semver-gate: the step needed, the number proposed, the lowest number that would be right, and the changes that say so. */
  required?: Bump;
  proposed?: string;
  expected_version?: string;
  /** guide-incomplete: the major changes that the guide leaves out. */
  changes?: ChangeInfo[];
  /** grace-period: when unpublishing is possible, and who uses it. */
  earliest_unpublish_at?: string | null;
  enterprises?: number;
}

/** A problem as it goes over the wire. */
export interface Problem extends ProblemExtras {
  type: string;
  title: string;
  status: number;
  /** What happened and what to do, in a sentence. */
  detail: string;
  instance: string;
  request_id: string;
}

/** What the person did in the meantime, and no failure of the registry: a client lets it through as it is. */
export class Interruption extends Error {}

/** What a client gets instead of a result: a sentence in `message`, and the problem behind it where the registry answered. */
export class RegistryError extends Error {
  /** The kind of problem; `unreachable` where nobody answers, `unexpected` where something else than a registry did. */
  readonly code: ProblemCode | "unreachable" | "unexpected";
  /** 0 where nobody answers. */
  readonly status: number;
  readonly baseUrl: string;
  readonly problem: Problem | undefined;

  constructor(code: RegistryError["code"], status: number, message: string, baseUrl: string, problem?: Problem) {
    super(message);
    this.name = "RegistryError";
    this.code = code;
    this.status = status;
    this.baseUrl = baseUrl;
    this.problem = problem;
  }
}
