/** The catalogue: search, filters, and one connector after the other. */
import type { ConnectorCounts, ConnectorInfo, ConnectorPage } from "../../core/api/types.ts";
import { type Html, html, nothing } from "./html.ts";
import { connectorLink, withQuery } from "./links.ts";
import type { Page, Visit } from "./page.ts";
import { counted, dayOf, stateBadge } from "./words.ts";

/** Connectors on one page. */
const PAGE = "25";

/** What the query of the page may have; other names, as links from elsewhere bring them along, mean nothing. */
const filters = ["q", "type", "scope", "state", "auth", "owner", "domain", "used", "sort"] as const;

type Given = Partial<Record<(typeof filters)[number], string>>;

/** The page with what was looked for. */
export async function cataloguePage(visit: Visit): Promise<Page> {
  const given: Given = Object.fromEntries(
    filters.flatMap((name) => (visit.query[name] === undefined ? [] : [[name, visit.query[name]]])),
  );
  const { cursor } = visit.query;
  const page = await visit.ask("listConnectors", {}, { ...given, limit: PAGE, ...(cursor && { cursor }) });
  const choices = await visit.choices.of(visit);
  const isFiltered = Object.keys(given).some((name) => name !== "sort");
  const next = page.next_cursor;
  return {
    title: given.q ? `${given.q} in the catalogue` : "Catalogue",
    body: html`<h1>Connectors</h1>
${searchForm(given, choices, visit.signedIn)}
<section aria-labelledby="found">
<h2 id="found">${found(page, cursor !== undefined, isFiltered ? undefined : choices?.total, given)}</h2>
${page.items.length > 0 ? html`<ol class="results">${page.items.map((each) => result(each, visit.signedIn))}</ol>` : empty(isFiltered, visit.signedIn)}
${
  (cursor || next) &&
  html`<nav class="paging" aria-label="Pages">${cursor && html`<a href="${withQuery("/", given)}">First page</a>`}
${next && html`<a rel="next" href="${withQuery("/", { ...given, cursor: next })}">Next page</a>`}</nav>`
}
</section>`,
  };
}

/** How many there are, as far as that is known without counting them. */
function found({ items, next_cursor }: ConnectorPage, isLater: boolean, total: number | undefined, { q }: Given): Html {
  const words = q && html` for <q><bdi>${q}</bdi></q>`;
  const isWhole = !isLater && next_cursor === null;
  if (items.length === 0) return html`Nothing found${words}`;
  if (isWhole) return html`${counted(items.length, "connector")}${words}`;
  if (total !== undefined) return html`${counted(total, "connector")}`;
  return isLater ? html`More connectors${words}` : html`More than ${counted(items.length, "connector")}${words}`;
}

function searchForm(given: Given, counts: ConnectorCounts | undefined, signedIn: boolean): Html {
  return html`<form class="search" method="get" action="/" role="search" aria-label="Connectors">
<div class="row"><div class="field wide"><label for="q">Search</label>
<input id="q" name="q" type="search" value="${given.q}" maxlength="200" autocomplete="off" aria-describedby="q-hint"></div>
<button type="submit">Search</button></div>
<p class="hint" id="q-hint">Words of name, description, type, operations or domains; also parts of words.</p>
<details${Object.keys(given).some((name) => name !== "q") && html` open`}><summary>Filters and order</summary>
<div class="row">
${choice("type", "Type", "Any type", counts?.type, given)}
${choice("auth", "Sign-in", "Any sign-in", counts?.auth, given)}
${choice("domain", "Domain", "Any domain", counts?.domain, given)}
${choice("owner", "Owner", "Any owner", counts?.owner, given)}
${choice("scope", "Scope", "Any scope", counts?.scope, given)}
${select("state", "State", given.state, [
  ["", "Published and deprecated"],
  ["published", "Published"],
  ["deprecated", "Deprecated"],
  ["unpublished", "Unpublished"],
  ["any", "Any state"],
])}
${select("sort", "Order", given.sort, [
  ["", "Best match, then name"],
  ["name", "By name"],
  ["updated", "Newest change first"],
])}
${
  signedIn &&
  select("used", "Use", given.used, [
    ["", "Used or not"],
    ["1", "Used by my enterprise"],
  ])
}
</div></details>
</form>`;
}

/** A choice among the values that there are, the most frequent first; the one that was chosen is always among them. */
function choice(
  name: keyof Given,
  label: string,
  any: string,
  values: readonly { value: string }[] | undefined,
  given: Given,
): Html {
  const options = (values ?? [])
    .filter(({ value }) => value !== "")
    .map(({ value }): [string, string] => [value, value]);
  const chosen = given[name];
  if (chosen !== undefined && !options.some(([value]) => value === chosen)) options.push([chosen, chosen]);
  return select(name, label, chosen, [["", any], ...options]);
}

function select(
  name: string,
  label: string,
  chosen: string | undefined,
  options: readonly (readonly [value: string, words: string])[],
): Html {
  return html`<div class="field"><label for="${name}">${label}</label>
<select id="${name}" name="${name}">${options.map(([value, words]) => html`<option value="${value}"${value === (chosen ?? "") && html` selected`}>${words}</option>`)}</select></div>`;
}

function result(connector: ConnectorInfo, signedIn: boolean): Html {
  const { id, name, description, state, deprecation, usage } = connector;
  return html`<li><article>
<h3><a href="${connectorLink(id)}"><bdi>${name}</bdi></a> ${state === "published" ? nothing : stateBadge(state)}</h3>
<p class="facts"><code>${id}</code><span>${connector.latest_version}</span><span>${connector.type}</span>
<span>${counted(connector.operations, "operation")}</span><span>changed ${dayOf(connector.updated_at)}</span>
${signedIn && usage.active_connections > 0 && html`<span>${counted(usage.active_connections, "active connection")}${usage.example_data && " (example data)"}</span>`}</p>
${description && html`<p class="summary" dir="auto">${description}</p>`}
${deprecation && html`<p class="warning">Deprecated; its last day is ${dayOf(deprecation.sunset_at)}.</p>`}
</article></li>`;
}

function empty(isFiltered: boolean, signedIn: boolean): Html {
  if (isFiltered) return html`<p>Look for fewer or other words, or <a href="/">show all connectors</a>.</p>`;
  return html`<p>No connector that you may see is published yet.</p>
<p>${signedIn ? "Publish one from the editor (Publish…) or with" : "Sign in to see those of your enterprise, or publish one from the editor or with"} <code>patchbay publish</code>.</p>`;
}
