/** What is said of a connector that will end. */
import type { Deprecation } from "../../core/api/types.ts";
import { type Html, html, nothing } from "./html.ts";
import { connectorLink } from "./links.ts";
import { dayOf, plainText } from "./words.ts";

/** A box with the dates, the reason and the successor; nothing where a connector is not deprecated. */
export function deprecationNotice(deprecation: Deprecation | null): Html {
  if (!deprecation) return nothing;
  const { deprecated_at, sunset_at, earliest_unpublish_at, message, replacement } = deprecation;
  return html`<section class="notice" aria-labelledby="deprecation">
<h2 id="deprecation">Deprecated</h2>
${message && plainText(message)}
<dl>
<div><dt>Deprecated since</dt><dd>${dayOf(deprecated_at)}</dd></div>
<div><dt>Last day</dt><dd>${dayOf(sunset_at)}</dd></div>
<div><dt>Unpublished at the earliest</dt><dd>${dayOf(earliest_unpublish_at)}</dd></div>
<div><dt>Use instead</dt><dd>${replacement ? html`<a href="${connectorLink(replacement)}"><bdi>${replacement}</bdi></a>` : "Nothing is named. Ask its owner."}</dd></div>
</dl>
</section>`;
}
