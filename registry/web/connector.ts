/** A connector: what it is, its versions, and who uses it. */
import type { ConnectorInfo, VersionSummary } from "../../core/api/types.ts";
import { deprecationNotice } from "./deprecation.ts";
import { type Html, html } from "./html.ts";
import { compareLink, connectorLink, versionLink } from "./links.ts";
import { crumbs, type Page, type Visit } from "./page.ts";
import { usageSection } from "./usage.ts";
import { counted, dayOf, plainText, stateBadge } from "./words.ts";

/** Versions that are shown before all of them are asked for. */
const SHOWN = 20;

/** The connector that an address names. */
export function addressed({ params }: Visit): { namespace: string; slug: string } {
  return { namespace: params.namespace ?? "", slug: params.slug ?? "" };
}

export async function connectorPage(visit: Visit): Promise<Page> {
  const connector = await visit.ask("getConnector", addressed(visit));
  const versions = (await visit.ask("listVersions", addressed(visit))).items;
  const { id, name, description } = connector;
  const shown = visit.query.versions === "all" ? versions : versions.slice(0, SHOWN);
  return {
    title: name,
    body: html`${crumbs([id, connectorLink(id)])}
<h1><bdi>${name}</bdi> ${stateBadge(connector.state)}</h1>
${description && plainText(description)}
${deprecationNotice(connector.deprecation)}
${factsOf(connector)}
<section aria-labelledby="versions">
<h2 id="versions">Versions</h2>
${compareForm(id, versions)}
${versionTable(id, shown, visit.signedIn)}
${shown.length < versions.length && html`<p><a href="${connectorLink(id)}?versions=all#versions">Show all ${versions.length} versions</a></p>`}
</section>
${visit.signedIn && usageSection(await visit.ask("getUsage", addressed(visit)), visit.context.now())}`,
  };
}

function factsOf(connector: ConnectorInfo): Html {
  const facts: readonly (readonly [string, string | Html])[] = [
    ["Id", html`<code>${connector.id}</code>`],
    [
      "Latest version",
      html`<a href="${versionLink(connector.id, connector.latest_version)}">${connector.latest_version}</a>`,
    ],
    ["Type", connector.type],
    ["Sign-in", connector.auth],
    ["Scope", connector.scope === "global" ? "global: for every enterprise" : "one enterprise"],
    ["Owner", connector.owner],
    ["Operations", String(connector.operations)],
    ["Format", connector.family === "powerplatform" ? "Power Platform" : "connector definition"],
    ["First published", dayOf(connector.published_at)],
    ["Last changed", dayOf(connector.updated_at)],
  ];
  return html`<dl class="facts-list">${facts.map(([words, value]) => html`<div><dt>${words}</dt><dd>${value}</dd></div>`)}</dl>`;
}

/** A form that leads to what changed between any two versions; nothing can be compared with a single one. */
export function compareForm(
  id: string,
  versions: readonly Pick<VersionSummary, "version">[],
  chosen: { from?: string | undefined; to?: string | undefined } = {},
): Html {
  if (versions.length < 2)
    return html`<p class="hint">There is one version so far, so there is nothing to compare it with.</p>`;
  const select = (name: "from" | "to", label: string, otherwise: string | undefined) => html`<div class="field">
<label for="${name}">${label}</label><select id="${name}" name="${name}">${versions.map(({ version }) => html`<option${version === (chosen[name] ?? otherwise) && html` selected`}>${version}</option>`)}</select></div>`;
  return html`<form class="compare row" method="get" action="${connectorLink(id)}/compare" aria-label="What changed between two versions">
${select("from", "From", versions[1]?.version)}
${select("to", "To", versions[0]?.version)}
<button type="submit">Compare</button>
</form>`;
}

function versionTable(id: string, versions: readonly VersionSummary[], signedIn: boolean): Html {
  const rows = versions.map(
    (each, index) => html`<tr>
<th scope="row"><a href="${versionLink(id, each.version)}">${each.version}</a></th>
<td>${dayOf(each.published_at)}</td>
${signedIn && html`<td><bdi>${each.published_by}</bdi></td>`}
<td>${each.bump ?? "first version"}</td>
<td>${each.bump && versions[index + 1] ? html`<a href="${compareLink(id, versions[index + 1]!.version, each.version)}" aria-label="${counted(each.changes, "change")} from ${versions[index + 1]!.version} to ${each.version}">${counted(each.changes, "change")}</a>` : "–"}</td>
<td class="notes">${each.notes.trim() ? html`<span dir="auto">${shorten(each.notes)}</span>` : "–"}</td>
</tr>`,
  );
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Table of versions"><table><caption>Versions, newest first</caption>
<thead><tr><th scope="col">Version</th><th scope="col">Published</th>${signedIn && html`<th scope="col">By</th>`}<th scope="col">Step</th><th scope="col">Changes</th><th scope="col">Release notes</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** The first line of release notes; the version's page has the rest. */
function shorten(notes: string): string {
  const line =
    notes
      .trim()
      .split("\n", 1)[0]
      ?.replace(/^#+\s*/, "") ?? "";
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
}
