/** Figures of a series of samples; milliseconds unless said otherwise. */
export interface Stats {
  readonly n: number;
  readonly min: number;
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** Nearest-rank quantiles; `undefined` for an empty series, because a made-up zero would look like a good figure. */
export function stats(samples: readonly number[]): Stats | undefined {
  if (!samples.length) return undefined;
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = (part: number): number => round(sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] as number);
  return { n: sorted.length, min: rank(0), p50: rank(0.5), p99: rank(0.99), max: rank(1) };
}

/** Three digits are more than the machine's noise allows to tell apart. */
export function round(value: number): number {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(digits));
}
export const show = (value: number | undefined, unit = "ms"): string =>
  value === undefined ? "–" : `${round(value)} ${unit}`;
export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
