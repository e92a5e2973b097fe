/** The suites of a trusted workspace, in order: the later ones publish. */
import "./editor.ts";
import "./views.ts";
import "./publishing.ts";
import "./requests.ts";
import "./heroes.ts";
import "./local-registry.ts";
