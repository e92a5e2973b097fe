/** What every page has around its content, and what it is made with. */
import type { Operations, RouteName } from "../../core/api/routes.ts";
import type { Caller, Context } from "../context.ts";
import type { Choices } from "./choices.ts";
import { type Html, html, nothing } from "./html.ts";
import { signInPath, signOutPath } from "./links.ts";
import { stylePath } from "./style.ts";

/** Somebody who looks at a page. */
export interface Visit {
  readonly params: Readonly<Record<string, string>>;
  /** The first value of each name; empty ones, as forms send them, are left out. */
  readonly query: Readonly<Record<string, string>>;
  /** Path and query. */
  readonly address: string;
  readonly caller: Caller;
  /** False for somebody who looks at a public catalogue without a token. */
  readonly signedIn: boolean;
  readonly context: Context;
  readonly choices: Choices;
  /** Asks a route of the API, as the visitor could by itself: it gives the same, and refuses the same. */
  ask<Name extends RouteName>(
    name: Name,
    params: Operations[Name]["params"],
    query?: Readonly<Record<string, string>>,
    body?: Operations[Name]["body"],
  ): Promise<Operations[Name]["result"]>;
}

/** What a page shows. */
export interface Page {
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
}

/** Who is shown in the head of a page. */
export interface Viewer {
  readonly caller?: Caller | undefined;
  readonly signedIn: boolean;
  /** Where signing in leads back to. */
  readonly address: string;
}

/** A whole document. There is no script, and no style but the style sheet. */
export function documentOf({ title, body }: Page, viewer: Viewer): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Patchbay</title>
<link rel="stylesheet" href="${stylePath}">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header class="top">
<a class="brand" href="/">Patchbay</a>
<span class="tagline">API connectors</span>
<nav aria-label="Account">${account(viewer)}</nav>
</header>
<main id="content" tabindex="-1">
${body}
</main>
<footer><p>Read only. Connectors are published from the editor or the command line. <a href="/openapi.json">API description</a></p></footer>
</body>
</html>
`.text;
}

function account({ caller, signedIn, address }: Viewer): Html {
  if (signedIn && caller)
    return html`<form method="post" action="${signOutPath}"><span><bdi>${caller.principal}</bdi> of <bdi>${caller.enterprise}</bdi></span> <button type="submit" class="quiet">Sign out</button></form>`;
  // Whoever is on the way to sign in already needs no link to it.
  if (!caller) return nothing;
  return html`<a href="${signInPath}?${new URLSearchParams({ next: address }).toString()}">Sign in</a>`;
}

/** Where a page stands below the catalogue. */
export function crumbs(...places: readonly (readonly [words: string, link: string])[]): Html {
  const items = places.map(([words, link]) => html`<li><a href="${link}"><bdi>${words}</bdi></a></li>`);
  return html`<nav aria-label="Where you are"><ol class="crumbs"><li><a href="/">Catalogue</a></li>${items}</ol></nav>`;
}
