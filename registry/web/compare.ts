/** What changed between any two versions, as the differ of editor and command line sees it. */

import type { ChangeInfo, VersionSummary } from "../../core/api/types.ts";
import { wireChanges } from "../../core/api/wire.ts";
import { type Bump, compareConnectors, readConnector } from "../../core/engine.ts";
import { sourceInputs } from "../files.ts";
import { policyFor } from "../policy.ts";
import type { StoredFile } from "../store/files.ts";
import { readFiles } from "../store/versions.ts";
import { visibleVersion } from "../version-of.ts";
import { changeList, summaryOf } from "./changes.ts";
import { addressed, compareForm } from "./connector.ts";
import { type Html, html } from "./html.ts";
import { connectorLink, versionLink } from "./links.ts";
import { crumbs, type Page, type Visit } from "./page.ts";
import { bumpBadge, plainText } from "./words.ts";

export async function comparePage(visit: Visit): Promise<Page> {
  const connector = await visit.ask("getConnector", addressed(visit));
  const versions = (await visit.ask("listVersions", addressed(visit))).items;
  const { id, name } = connector;
  const { from = versions[1]?.version, to = versions[0]?.version } = visit.query;
  const frame = (title: string, body: Html): Page => ({
    title: `${name}: ${title}`,
    body: html`${crumbs([id, connectorLink(id)])}
<h1><bdi>${name}</bdi>: ${title}</h1>
${compareForm(id, versions, { from, to })}
${body}`,
  });
  if (from === undefined || to === undefined) return frame("compare versions", html``);
  if (from === to)
    return frame(`what changed from ${from} to ${to}`, html`<p>Both are the same version. Choose another one.</p>`);
  const difference = await differenceOf(visit, from, to);
  return frame(
    `what changed from ${from} to ${to}`,
    html`${verdictOf(difference, from, to)}
${notesBetween(id, versions, from, to)}`,
  );
}

interface Difference {
  readonly bump: Bump;
  readonly changes: readonly ChangeInfo[];
  /** Files that are not the same in both, each with what happened to it. */
  readonly files: readonly (readonly [path: string, what: string])[];
}

/** Reads both versions in one look at the store, and compares them when nobody waits for it. */
async function differenceOf({ context, caller, ...visit }: Visit, from: string, to: string): Promise<Difference> {
  const params = addressed({ context, caller, ...visit });
  const { before, after, preset } = await context.store.read(async (tx) => {
    const one = await visibleVersion(tx, caller, { ...params, version: from }, context);
    const other = await visibleVersion(tx, caller, { ...params, version: to }, context);
    const { id, enterprise, scope } = one.connector;
    return {
      before: await readFiles(tx, id, one.row.version),
      after: await readFiles(tx, id, other.row.version),
      preset: (await policyFor(tx, enterprise, scope)).preset,
    };
  });
  const { bump, changes } = compareConnectors(readConnector(sourceInputs(before)), readConnector(sourceInputs(after)), {
    today: context.now().slice(0, 10),
    preset,
  });
  return { bump, changes: wireChanges(changes), files: changedFiles(before, after) };
}

function changedFiles(before: readonly StoredFile[], after: readonly StoredFile[]): [string, string][] {
  const old = new Map(before.map(({ path, digest }) => [path, digest]));
  const kept = new Set(after.map(({ path }) => path));
  return [
    ...after
      .filter(({ path, digest }) => old.get(path) !== digest)
      .map(({ path }): [string, string] => [path, old.has(path) ? "changed" : "new"]),
    ...before.filter(({ path }) => !kept.has(path)).map(({ path }): [string, string] => [path, "gone"]),
  ];
}

function verdictOf({ bump, changes, files }: Difference, from: string, to: string): Html {
  const list = html`<p>Files: ${files.map(([path, what], index) => html`${index > 0 && ", "}<bdi>${path}</bdi> (${what})`)}.</p>`;
  if (changes.length === 0)
    return html`<p>${files.length === 0 ? `${from} and ${to} are the same, byte by byte.` : `Nothing that callers notice differs between ${from} and ${to}.`}</p>${files.length > 0 && list}`;
  return html`<p class="verdict">${bumpBadge(bump)} ${summaryOf(changes)}</p>
${list}
<section aria-labelledby="changes"><h2 id="changes">Changes by operation</h2>
${changeList(changes)}</section>`;
}

/** The release notes of every version on the way, newest first. */
function notesBetween(id: string, versions: readonly VersionSummary[], from: string, to: string): Html | false {
  const [start, end] = [from, to].map((number) => versions.findIndex(({ version }) => version === number));
  // Whoever looks back sees no notes: they tell of the way forward.
  if (start === undefined || end === undefined || start < 0 || end < 0 || end > start) return false;
  return html`<section aria-labelledby="notes"><h2 id="notes">Release notes on the way</h2>
${versions.slice(end, start).map(
  ({ version, notes }) => html`<h3><a href="${versionLink(id, version)}">${version}</a></h3>
${notes.trim() ? plainText(notes) : html`<p>No release notes.</p>`}`,
)}</section>`;
}
