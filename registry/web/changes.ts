/** Changes between two versions, below the operations that they belong to. */
import type { ChangeInfo, ChangePlace } from "../../core/api/types.ts";
import { alsoIn, byOperation, shortMessage } from "../../core/guide/groups.ts";
import { enumerate } from "../../core/guide/markdown.ts";
import type { Bump } from "../../core/versioning/types.ts";
import { type Html, html } from "./html.ts";
import { bumpBadge, number } from "./words.ts";

/** So many other operations are named where a shared thing changed. */
const NAMED = 8;

const weights: readonly Bump[] = ["major", "minor", "patch", "none"];

/** How many changes there are of each weight, in one sentence. */
export function summaryOf(changes: readonly ChangeInfo[]): string {
  const counts = weights.flatMap((bump) => {
    const count = changes.filter((change) => change.bump === bump).length;
    return count > 0 ? [`${number(count)} ${bump === "none" ? "weightless" : bump}`] : [];
  });
  return `${enumerate(counts)} ${changes.length === 1 ? "change" : "changes"}.`;
}

/** The changes by operation, each group below its own heading. */
export function changeList(changes: readonly ChangeInfo[]): Html {
  const groups = byOperation({ changes });
  return html`${groups.map(
    (group) => html`<section class="group">
<h3>${group.operation === undefined ? group.title : html`<code>${group.title}</code>`} ${bumpBadge(group.bump)}</h3>
<ul>${group.changes.map(line)}</ul>
</section>`,
  )}`;
}

function line(change: ChangeInfo): Html {
  const others = alsoIn(change);
  const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : "";
  return html`<li class="${change.bump}"><span class="step">${change.bump}</span> <span dir="auto">${shortMessage(change)}</span>
${others.length > 0 && html`<span class="also">Also in ${others.slice(0, NAMED).join(", ")}${more}.</span>`}
<span class="place">${placeOf("before", change.old)}${placeOf("now", change.new)}</span></li>`;
}

function placeOf(words: string, place: ChangePlace | null): Html | false {
  return place !== null && html`<span>${words}: ${place.file}, line ${place.range.start.line + 1}</span>`;
}
