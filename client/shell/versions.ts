/** Version numbers as the publishing prompts need them. */
import type { ConnectorInfo } from "../../core/api/language.ts";

export { next as raise } from "../../core/lifecycle/semver.ts";

export type Step = "patch" | "minor" | "major";
export const bumps: readonly Step[] = ["patch", "minor", "major"];

/** `3 things`, `1 thing`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}

/** What a connector is compared with, in words: versions, and since when nothing newer is known. */
export function comparedWith({ baseline, others, as_of }: NonNullable<ConnectorInfo["verdict"]>): string {
  const besides = others ? ` and ${count(others, "other version", "other versions")}` : "";
  const known = as_of ? `, as it was known on ${as_of}: the registry does not answer` : "";
  return `${baseline}${besides}${known}`;
}

/** How long ago a moment was, in words: `today`, `12 days ago`. */
export function ago(moment: string, now: Date): string {
  const days = Math.floor((now.getTime() - Date.parse(moment)) / 86_400_000);
  if (!Number.isFinite(days)) return "at an unknown time";
  if (days <= 0) return "today";
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/** A day as YYYY-MM-DD, `days` after `from`. */
export function dayAfter(from: Date, days: number): string {
  return new Date(from.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}
