/** How pages write dates, numbers and the words of the API. */
import type { Bump } from "../../core/versioning/types.ts";
import { type Html, html } from "./html.ts";

const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const numbers = new Intl.NumberFormat("en-GB");

/** A day as people write it, with the exact time for machines. */
export function dayOf(time: string): Html {
  return html`<time datetime="${time}">${days.format(new Date(time))}</time>`;
}

export function number(value: number): string {
  return numbers.format(value);
}

/** `1 operation`, `3 operations`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

const bumpWords: Readonly<Record<Bump, string>> = {
  major: "major: breaks callers",
  minor: "minor: adds something",
  patch: "patch: corrects details",
  none: "no change for callers",
};

/** What a step means for those who use a connector. */
export function bumpBadge(bump: Bump): Html {
  return html`<span class="badge ${bump}">${bumpWords[bump]}</span>`;
}

/** A state, coloured and in words. */
export function stateBadge(state: string): Html {
  return html`<span class="badge ${state}">${state}</span>`;
}

/** A text of a stranger: its direction and its line breaks stay its own. */
export function plainText(text: string): Html {
  return html`<div class="text" dir="auto">${text.trim()}</div>`;
}

/** A size in bytes, kB or MB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
