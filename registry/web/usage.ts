/** Who uses a connector: numbers, a chart of the last days, and the same as tables. */
import type { Usage } from "../../core/api/types.ts";
import { addDays } from "../../core/lifecycle/dates.ts";
import { type Html, html } from "./html.ts";
import { counted, dayOf, number } from "./words.ts";

const DAYS = 30;
/** Width of a bar with its gap, and the height of the highest one, in the units of the picture. */
const STEP = 20;
const HEIGHT = 120;

export function usageSection(usage: Usage, now: string): Html {
  const whose = usage.view === "all" ? "all enterprises" : "your enterprise";
  const calls = callsByDay(usage, now);
  const isUsed = usage.calls_30_days > 0 || usage.active_connections > 0 || usage.orchestrations > 0;
  return html`<section aria-labelledby="usage">
<h2 id="usage">Use by ${whose}</h2>
${usage.example_data && html`<p class="hint">At least a part of these numbers is example data.</p>`}
${
  isUsed
    ? html`<dl class="numbers">
${usage.view === "all" && tile("Enterprises", usage.enterprises)}
${tile("Active connections", usage.active_connections)}
${tile("Orchestrations", usage.orchestrations)}
${tile("Calls in 7 days", usage.calls_7_days)}
${tile("Calls in 30 days", usage.calls_30_days)}
</dl>
${chart(calls)}
${tables(usage, calls)}`
    : html`<p>Nobody of ${whose} uses it yet. Numbers appear as soon as the platform reports connections and calls.</p>`
}
</section>`;
}

function tile(words: string, value: number): Html {
  return html`<div><dt>${words}</dt><dd>${number(value)}</dd></div>`;
}

/** Every one of the last days, also those without calls. */
function callsByDay({ by_day }: Usage, now: string): { day: string; calls: number }[] {
  const sums = new Map<string, number>();
  for (const { day, calls } of by_day) sums.set(day, (sums.get(day) ?? 0) + calls);
  return Array.from({ length: DAYS }, (_, index) => {
    const day = addDays(now, index - DAYS + 1).slice(0, 10);
    return { day, calls: sums.get(day) ?? 0 };
  });
}

/** Bars without a script. What they show is told by the title, and day by day by the table below. */
function chart(calls: readonly { day: string; calls: number }[]): Html {
  const most = Math.max(1, ...calls.map((each) => each.calls));
  const bars = calls.map((each, index) => {
    const height = Math.round((each.calls / most) * HEIGHT * 10) / 10;
    return html`<rect x="${index * STEP + 3}" y="${HEIGHT - height}" width="${STEP - 6}" height="${height}"><title>${each.day}: ${counted(each.calls, "call")}</title></rect>`;
  });
  const total = calls.reduce((sum, each) => sum + each.calls, 0);
  const words = `${counted(total, "call")} in ${DAYS} days; at most ${number(most)} on one day.`;
  const [first, last] = [calls[0]?.day ?? "", calls.at(-1)?.day ?? ""];
  return html`<figure><svg class="chart" viewBox="0 0 ${DAYS * STEP} ${HEIGHT + 4}" role="img" aria-labelledby="chart-title" preserveAspectRatio="none">
<title id="chart-title">Calls each day. ${words}</title>
${bars}<line x1="0" x2="${DAYS * STEP}" y1="${HEIGHT + 1}" y2="${HEIGHT + 1}"/>
</svg><figcaption><span>${dayOf(first)}</span><span>${words}</span><span>${dayOf(last)}</span></figcaption></figure>`;
}

function tables(usage: Usage, calls: readonly { day: string; calls: number }[]): Html {
  return html`${
    usage.by_version.length > 0 &&
    table(
      "Use by version",
      ["Version", "Enterprises", "Active connections", "Calls in 30 days"],
      usage.by_version.map((each) => [each.version, each.enterprises, each.active_connections, each.calls_30_days]),
    )
  }
${
  usage.by_operation.length > 0 &&
  table(
    "Use by operation",
    ["Operation", "Orchestrations", "Calls in 30 days"],
    usage.by_operation.map((each) => [each.operation, each.orchestrations, each.calls_30_days]),
  )
}
<details><summary>The chart as a table</summary>
${table(
  "Calls by day",
  ["Day", "Calls"],
  calls.map((each) => [each.day, each.calls]),
)}
</details>`;
}

function table(caption: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr>${head.map((words, index) => html`<th scope="col"${index > 0 && html` class="number"`}>${words}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([name, ...values]) =>
      html`<tr><th scope="row"><bdi>${name}</bdi></th>${values.map((value) => html`<td class="number">${typeof value === "number" ? number(value) : value}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}
