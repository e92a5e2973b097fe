/** Where the files and texts of a request are, for those who show them. */
import type { ReviewDetail } from "./ports.ts";

/** The texts of a request by the name that their tab has. */
export const requestTexts: Readonly<Record<string, (request: ReviewDetail) => string>> = {
  "Release notes.md": ({ notes }) => notes,
  "Migration guide.md": ({ migration_guide }) => migration_guide,
};

/** Path of a file of a request. */
export function requestFile(review: string, path: string): string {
  return `/${review}/files/${path}`;
}

/** Path of a text of a request. */
export function requestText(review: string, name: string): string {
  return `/${review}/${name}`;
}
