/** The status bar: name, published version, needed bump and number of blockers of the active connector. */
import * as vscode from "vscode";
import type { ConnectorInfo } from "../../core/api/language.ts";
import { blockers, type Store } from "./store.ts";
import { comparedWith, count } from "./versions.ts";

/** `$(plug) DocuSign 1.4.0 → minor · 3`, and the same for a screen reader. */
export function statusText(info: ConnectorInfo): { text: string; spoken: string } {
  const errors = blockers(info);
  const { verdict } = info;
  const shown = verdict && `${verdict.baseline}${verdict.others ? ` +${verdict.others}` : ""}`;
  const step = !verdict
    ? `→ ${info.next}`
    : verdict.bump === "none" && verdict.changes.length === 0
      ? shown
      : `${shown} → ${verdict.bump === "none" ? "patch" : verdict.bump}`;
  const spoken = verdict
    ? `${info.name}, compared with ${comparedWith(verdict)}, needs ${verdict.bump}`
    : `${info.name}, not published yet, begins as ${info.next}`;
  // What a Power Platform connector is checked as decides half of its findings; definitions have one kind only.
  const profile = info.family === "powerplatform" ? info.profile : "";
  return {
    text: `$(plug) ${info.name || info.slug} ${step}${verdict?.as_of ? " $(debug-disconnect)" : ""}${profile ? ` · ${profile}` : ""}${errors > 0 ? ` · ${errors}` : ""}`,
    spoken: [
      spoken,
      profile ? `checked as ${profile}` : "",
      errors > 0 ? `${count(errors, "thing blocks", "things block")} publishing` : "",
    ]
      .filter(Boolean)
      .join("; "),
  };
}

/** Shows the item while there is an active connector. */
export function createStatus(store: Store): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("patchbay.status", vscode.StatusBarAlignment.Left, 50);
  item.name = "Connector";
  item.command = "patchbay.check";
  const show = () => {
    const info = store.active;
    if (!info) return item.hide();
    const { text, spoken } = statusText(info);
    item.text = text;
    item.tooltip = `${spoken}. Click for the checklist.`;
    item.accessibilityInformation = { label: spoken };
    item.show();
  };
  show();
  return vscode.Disposable.from(
    item,
    store.on((topic) => topic === "connector" && show()),
  );
}
