/** How often somebody may ask. Each process counts for itself: with N of them behind a balancer, N times as much goes through. */
import { ProblemError } from "./problem.ts";

/** So many at once, and so many more each minute. */
export interface Limit {
  readonly burst: number;
  readonly perMinute: number;
}

/** What is counted apart: reading, publishing, all other changes, and wrong tokens and sign-ins of devices by address. */
export interface Limits {
  readonly reads: Limit;
  readonly publications: Limit;
  readonly changes: Limit;
  readonly wrongTokens: Limit;
  readonly signIns: Limit;
}

export const defaultLimits: Limits = {
  reads: { burst: 200, perMinute: 3000 },
  publications: { burst: 60, perMinute: 30 },
  changes: { burst: 60, perMinute: 120 },
  wrongTokens: { burst: 10, perMinute: 10 },
  // A device asks twelve times a minute, and an office can have one address.
  signIns: { burst: 60, perMinute: 240 },
};

interface Bucket {
  left: number;
  at: number;
}

/** Buckets that are full again tell nothing any more; they are thrown away when there are so many. */
const MOST = 10_000;

/** Counts requests by whom they come from. */
export class RateLimits {
  private readonly limits: Limits;
  private readonly clock: () => number;
  private readonly buckets = new Map<string, Bucket>();

  /** `clock` gives milliseconds that only grow. */
  constructor(limits: Limits, clock: () => number = () => performance.now()) {
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes one, or as many as something weighs, or throws the problem `rate-limited`. Gives the headers that say what is left. */
  take(kind: keyof Limits, who: string, weight = 1): Record<string, string> {
    const limit = this.limits[kind];
    const bucket = this.bucket(kind, who);
    // Where less is allowed at once than something weighs, it takes all of it.
    const cost = Math.min(weight, limit.burst);
    if (bucket.left < cost) throw tooMany(kind, limit, bucket.left, cost);
    bucket.left -= cost;
    const reset = Math.ceil(((limit.burst - bucket.left) / limit.perMinute) * 60);
    return {
      "ratelimit-limit": String(limit.burst),
      "ratelimit-remaining": String(Math.floor(bucket.left)),
      "ratelimit-reset": String(reset),
    };
  }

  /** Throws where nothing is left, and takes nothing: asked before it is known whether something has to be counted. */
  ensure(kind: keyof Limits, who: string): void {
    const { left } = this.bucket(kind, who);
    if (left < 1) throw tooMany(kind, this.limits[kind], left);
  }

  private bucket(kind: keyof Limits, who: string): Bucket {
    const limit = this.limits[kind];
    const now = this.clock();
    const key = `${kind} ${who}`;
    let bucket = this.buckets.get(key);
    if (!bucket) {
      if (this.buckets.size >= MOST) this.forget(now);
      bucket = { left: limit.burst, at: now };
      this.buckets.set(key, bucket);
    }
    bucket.left = Math.min(limit.burst, bucket.left + ((now - bucket.at) / 60_000) * limit.perMinute);
    bucket.at = now;
    return bucket;
  }

  private forget(now: number): void {
    for (const [key, { left, at }] of this.buckets) {
      const limit = this.limits[key.slice(0, key.indexOf(" ")) as keyof Limits];
      if (left + ((now - at) / 60_000) * limit.perMinute >= limit.burst) this.buckets.delete(key);
    }
    // Somebody who makes up names faster than they are forgotten makes everybody begin anew, and nothing grow.
    if (this.buckets.size >= MOST) this.buckets.clear();
  }
}

const WORDS: Readonly<Record<keyof Limits, string>> = {
  reads: "requests",
  publications: "publications",
  changes: "changes",
  wrongTokens: "requests with wrong tokens",
  signIns: "questions about sign-ins",
};

function tooMany(kind: keyof Limits, { perMinute }: Limit, left: number, cost = 1): ProblemError {
  const seconds = Math.max(1, Math.ceil(((cost - left) / perMinute) * 60));
  return new ProblemError(
    "rate-limited",
    `Too many ${WORDS[kind]}: ${perMinute} a minute are taken. Try again in ${seconds} second${seconds === 1 ? "" : "s"}.`,
    { retry_after: seconds },
    { "retry-after": String(seconds) },
  );
}

/**
 * Reads limits as an operator writes them: `off`, or `reads=200/3000,publications=60/30`, each as burst and per minute; what is
 * not named stays as it is by default. Gives a sentence where it cannot be read.
 */
export function readLimits(text: string | undefined): Limits | undefined | string {
  if (text === undefined || text === "") return defaultLimits;
  if (text === "off") return undefined;
  const limits: Record<string, Limit> = { ...defaultLimits };
  for (const part of text.split(",")) {
    const [, name = "", burst, perMinute] = /^\s*(\w+)=(\d{1,7})\/(\d{1,7})\s*$/.exec(part) ?? [];
    if (!(name in defaultLimits) || Number(burst) < 1 || Number(perMinute) < 1)
      return `PATCHBAY_LIMITS cannot be read at ${JSON.stringify(part)}. Write off, or for example reads=200/3000,publications=60/30; known are ${Object.keys(defaultLimits).join(", ")}.`;
    limits[name] = { burst: Number(burst), perMinute: Number(perMinute) };
  }
  return limits as unknown as Limits;
}
