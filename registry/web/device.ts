/** Confirming that a device signs in: somebody who is signed in here compares the code and lets it in, or not. */
import type { DeviceApproval } from "../../core/api/access-types.ts";
import { type Html, html } from "./html.ts";
import { devicePath } from "./links.ts";
import type { Page, Visit } from "./page.ts";

/** A code as people type it: in small letters, without the hyphen. */
export function tidyCode(text: string | undefined): string {
  const letters = (text ?? "").toUpperCase().replace(/[^A-Z]/g, "");
  return letters.length === 8 ? `${letters.slice(0, 4)}-${letters.slice(4)}` : letters;
}

/** What a form has decided, if it has. */
export function decisionOf(text: string | null): DeviceApproval["decision"] | undefined {
  return text === "approve" || text === "deny" ? text : undefined;
}

/** Asks for the code, or shows what waits with it. */
export async function devicePage({ query, caller, ask }: Visit): Promise<Page> {
  const code = tidyCode(query.code);
  if (code === "") return page(askForCode());
  const waiting = await ask("getDeviceCode", { user_code: code });
  if (waiting.state !== "pending") return decidedPage(waiting.state === "approved" ? "approve" : "deny");
  const rights = caller.roles.map((role) => role.replaceAll("_", " ")).join(", ") || "no role";
  return page(html`<p><bdi>${waiting.client}</bdi> wants to sign in as <bdi>${caller.principal}</bdi> of <bdi>${caller.enterprise}</bdi>, with your rights (${rights}).</p>
<p>Does it show this code?</p>
<p><strong><code>${code}</code></strong></p>
<p class="hint">Somebody who sends you here with a code of theirs gets your rights. Confirm only what you have begun yourself.</p>
<form class="sign-in" method="post" action="${devicePath}">
<input type="hidden" name="code" value="${code}">
<button type="submit" name="decision" value="approve">Yes, let it sign in</button>
<button type="submit" name="decision" value="deny" class="quiet">No, refuse it</button>
</form>`);
}

/** What became of it. */
export function decidedPage(decision: DeviceApproval["decision"]): Page {
  return page(
    decision === "approve"
      ? html`<p>It is signed in. You can close this page and go back to it.</p>`
      : html`<p>It was refused. Whoever began it gets nothing.</p>`,
  );
}

function askForCode(): Html {
  return html`<form class="sign-in" method="get" action="${devicePath}">
<div class="field"><label for="code">Code that the device shows</label>
<input id="code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="20"></div>
<button type="submit">Go on</button>
</form>`;
}

function page(content: Html): Page {
  return {
    title: "Sign in a device",
    body: html`<h1>Sign in a device</h1>
${content}`,
  };
}
