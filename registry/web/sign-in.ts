/** Signing in to the pages, and what is shown where something cannot be. */
import { problems } from "../../core/api/problems.ts";
import type { ProblemError } from "../problem.ts";
import { type Html, html } from "./html.ts";
import { signInPath } from "./links.ts";
import type { Page } from "./page.ts";

/** The form that takes a token. `next` is where it leads; `problem` says why the last token was not taken. */
export function signInPage(next: string, problem?: string, status = problem === undefined ? 200 : 401): Page {
  return {
    title: "Sign in",
    status,
    body: html`<h1>Sign in</h1>
${problem && html`<p class="warning" role="alert" id="problem">${problem}</p>`}
<form class="sign-in" method="post" action="${signInPath}">
<input type="hidden" name="next" value="${next}">
<div class="field"><label for="token">Token of this registry</label>
<input id="token" name="token" type="password" required autocomplete="current-password" spellcheck="false" aria-describedby="token-hint${problem && " problem"}"></div>
<p class="hint" id="token-hint">Your administrator makes tokens. This browser keeps it until it is closed or you sign out; it is used for these pages only.</p>
<button type="submit">Sign in</button>
</form>`,
  };
}

/** A page for a problem: what happened, and where to go from there. */
export function problemPage(error: ProblemError, requestId: string, signedIn: boolean, address: string): Page {
  const { status, title } = problems[error.code];
  return {
    title,
    status,
    body: html`<h1>${title}</h1>
<p>${error.message}</p>
<p>${wayOut(status, signedIn, address)}</p>
<p class="hint">Request <code>${requestId}</code></p>`,
  };
}

function wayOut(status: number, signedIn: boolean, address: string): Html {
  if (status === 429 || status >= 500)
    return html`<a href="${address}">Try again</a> in a while, or <a href="/">go to the catalogue</a>.`;
  const catalogue = html`<a href="/">Go to the catalogue</a>`;
  if (status !== 404 || signedIn) return html`${catalogue}.`;
  const query = new URLSearchParams({ next: address }).toString();
  return html`${catalogue}, or <a href="${signInPath}?${query}">sign in</a> to see what only your enterprise may see.`;
}
