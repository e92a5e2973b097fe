import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.fixFinding",
  title: "Fix",
  icon: "lightbulb",
  palette: false,
  menus: [{ menu: "view/item/context", when: "viewItem == finding", group: "inline@1" }],
  async run({ language, ui }, target) {
    const { uri, range, rule } = targetOf(target);
    if (!uri || !range) return;
    await ui.open(uri, range);
    if (!(await language.fix(uri, range, rule ?? "")))
      throw new Sentence("There is no quick fix for this one; its place is shown in the editor.");
  },
};
export default command;
