/** The dates of a deprecation. Times are RFC 3339 in UTC; the core has no clock, so now is always given. */

/** Days between the notice of a deprecation and the earliest unpublication. */
export const minimumNoticeDays = 30;

const dayLength = 86_400_000;

/** The day of a time, counted from 1970 in UTC, so that two days can be subtracted. */
export function dayOf(time: string): number {
  return Math.floor(Date.parse(time) / dayLength);
}

/** A time moved by whole days. */
export function addDays(time: string, days: number): string {
  return new Date(Date.parse(time) + days * dayLength).toISOString();
}

/** The earliest day that a deprecation made now may name, as YYYY-MM-DD. */
export function earliestSunset(now: string): string {
  return addDays(now, minimumNoticeDays).slice(0, 10);
}

/**
 * The moment from which a deprecated connector in use may be unpublished: the day that was named, but never less than the
 * notice period after the last notice that was given.
 */
export function earliestUnpublish(sunsetAt: string, noticeAt: string): string {
  const afterNotice = addDays(noticeAt, minimumNoticeDays);
  return Date.parse(sunsetAt) > Date.parse(afterNotice) ? new Date(sunsetAt).toISOString() : afterNotice;
}
