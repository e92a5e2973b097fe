/** A version: its notes, what changed with it, and what it holds. */
import type { VersionInfo, VersionVerdict } from "../../core/api/types.ts";
import { changeList, summaryOf } from "./changes.ts";
import { addressed } from "./connector.ts";
import { type Html, html, nothing } from "./html.ts";
import { compareLink, connectorLink, versionLink } from "./links.ts";
import { crumbs, type Page, type Visit } from "./page.ts";
import { counted, dayOf, plainText, sizeOf } from "./words.ts";

export async function versionPage(visit: Visit): Promise<Page> {
  const params = { ...addressed(visit), version: visit.params.version ?? "" };
  const connector = await visit.ask("getConnector", addressed(visit));
  const version = await visit.ask("getVersion", params);
  const verdict = await visit.ask("getVerdict", params);
  const { id, name } = connector;
  return {
    title: `${name} ${version.version}`,
    body: html`${crumbs([id, connectorLink(id)], [version.version, versionLink(id, version.version)])}
<h1><bdi>${name}</bdi> ${version.version}</h1>
<p>Published ${dayOf(version.published_at)}${visit.signedIn && html` by <bdi>${version.published_by}</bdi>`}.
${connector.latest_version !== version.version && html`The latest version is <a href="${versionLink(id, connector.latest_version)}">${connector.latest_version}</a>.`}</p>
<section aria-labelledby="notes"><h2 id="notes">Release notes</h2>
${version.notes.trim() ? plainText(version.notes) : html`<p>This version has no release notes.</p>`}</section>
${version.migration_guide.trim() && html`<section aria-labelledby="guide"><h2 id="guide">Migration guide</h2>${plainText(version.migration_guide)}</section>`}
<section aria-labelledby="changes"><h2 id="changes">What changed</h2>
${changesOf(id, version.version, verdict)}</section>
${contents(version)}`,
  };
}

function changesOf(id: string, version: string, { baseline, changes }: VersionVerdict): Html {
  if (baseline === null) return html`<p>This is the first version.</p>`;
  const compare = html`<p><a href="${compareLink(id, baseline, version)}">Compare ${baseline} with ${version}</a></p>`;
  if (changes.length === 0) return html`<p>Nothing changed for callers since ${baseline}.</p>${compare}`;
  return html`<p>Since ${baseline}: ${summaryOf(changes)}</p>${compare}${changeList(changes)}`;
}

function contents(version: VersionInfo): Html {
  const findings = Object.entries(version.findings).filter(([, count]) => count > 0);
  return html`<section aria-labelledby="contents"><h2 id="contents">What it holds</h2>
<p>${findings.length === 0 ? "The checklist found nothing." : `The checklist found ${findings.map(([severity, count]) => counted(count, severity, severity === "info" ? "infos" : `${severity}s`)).join(", ")}.`} Judged with the rules of version ${version.rules_version}.</p>
${version.operation_ids.length > 0 ? html`<details><summary>${counted(version.operation_ids.length, "operation")}</summary><ul class="names">${version.operation_ids.map((operation) => html`<li><code>${operation}</code></li>`)}</ul></details>` : nothing}
<div class="scroll" tabindex="0" role="region" aria-label="Table of files"><table><caption>Files</caption>
<thead><tr><th scope="col">Path</th><th scope="col" class="number">Size</th><th scope="col">Digest</th></tr></thead>
<tbody>${version.files.map((file) => html`<tr><th scope="row"><bdi>${file.path}</bdi></th><td class="number">${sizeOf(file.size)}</td><td><code class="digest">${file.digest}</code></td></tr>`)}</tbody></table></div>
</section>`;
}
