import { showChangesCommand, type WireChange } from "../../core/api/language.ts";
import type { Choice, Command } from "../shell/ports.ts";
import { workingCopy } from "../shell/targets.ts";
import { ago, comparedWith } from "../shell/versions.ts";

/** Icon of a change, by the bump that it needs. */
export const changeIcon: Record<WireChange["bump"], string> = {
  major: "error",
  minor: "add",
  patch: "edit",
  none: "circle-outline",
};

const command: Command = {
  id: showChangesCommand,
  title: "Show Changes",
  icon: "list-tree",
  menus: [
    { menu: "view/item/context", when: "view == patchbay.versions && viewItem == workingCopy", group: "inline@2" },
  ],
  async run(context, target) {
    const { ui, now } = context;
    const info = await workingCopy(context, target, "Show Changes");
    const { verdict } = info;
    if (!verdict) {
      ui.notify(`${info.name} was not published yet; it begins as ${info.next}.`);
      return;
    }
    if (verdict.changes.length === 0) {
      ui.notify(`${info.name} is the same as ${verdict.baseline}.`);
      return;
    }
    const order = ["major", "minor", "patch", "none"];
    const changes = [...verdict.changes].sort((a, b) => order.indexOf(a.bump) - order.indexOf(b.bump));
    const choices = changes.map(
      (change, index): Choice<WireChange> => ({
        label: change.message,
        description: change.operation ?? "",
        icon: changeIcon[change.bump],
        value: change,
        group: changes[index - 1]?.bump === change.bump ? undefined : change.bump,
        preferred: index === 0,
      }),
    );
    const published = verdict.published_at ? `, published ${ago(verdict.published_at, now())}` : "";
    const since = `${comparedWith(verdict)}${published}`;
    const chosen = await ui.pick(
      { title: `${info.name}: this change needs ${verdict.bump}`, placeholder: `Compared with ${since}` },
      choices,
    );
    if (chosen.uri) await ui.open(chosen.uri, chosen.range);
  },
};
export default command;
