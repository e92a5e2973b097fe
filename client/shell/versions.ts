/** Version numbers as the publishing prompts need them, and the place in a connector's text where its number stands. */
import type { WireFile } from "../../core/api/language.ts";

export { next as raise } from "../../core/lifecycle/semver.ts";

export type Step = "patch" | "minor" | "major";
export const bumps: readonly Step[] = ["patch", "minor", "major"];

/** Where the number stands in a definition (`version:` at the left margin) or in a Power Platform file (`info.version`). */
const places: Record<"definition" | "powerplatform", { file: RegExp; number: RegExp }[]> = {
  definition: [
    { file: /\.connector\.ya?ml$/i, number: /^(version[ \t]*:[ \t]*)(["']?)([^\s"'#]*)\2/m },
    { file: /\.connector\.json$/i, number: /^([ \t]*\{?\s*"version"\s*:\s*)(")([^"]*)"/m },
  ],
  powerplatform: [{ file: /\.json$/i, number: /("info"\s*:\s*\{(?:[^{}]|\{[^{}]*\})*?"version"\s*:\s*)(")([^"]*)"/ }],
};

export interface VersionEdit {
  path: string;
  text: string;
}

/**
 * The edit that makes the files carry `version`; `undefined` when no place for it is found, for instance because the text is
 * half-typed. Only the number changes, so comments and layout stay as they are.
 */
export function writeVersion(
  files: readonly WireFile[],
  family: "definition" | "powerplatform",
  version: string,
): VersionEdit | undefined {
  for (const { file, number } of places[family])
    for (const { path, text } of files) {
      if (!file.test(path)) continue;
      const match = number.exec(text);
      if (match) {
        const [whole, before = "", quote = ""] = match;
        const start = match.index;
        return {
          path,
          text: `${text.slice(0, start)}${before}${quote}${version}${quote}${text.slice(start + whole.length)}`,
        };
      }
      const header = /^format_version[ \t]*:.*$/m.exec(text);
      if (family === "definition" && header) {
        const end = header.index + header[0].length;
        const newline = text.includes("\r\n") ? "\r\n" : "\n";
        return { path, text: `${text.slice(0, end)}${newline}version: ${version}${text.slice(end)}` };
      }
    }
  return undefined;
}

/** `3 things`, `1 thing`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
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
