import type { Command } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.showVersion",
  title: "Show Versions and Usage",
  icon: "versions",
  palette: false,
  menus: [
    {
      menu: "view/item/context",
      when: "view == patchbay.catalogue && viewItem =~ /^(published|deprecated|unpublished)/",
      group: "inline@1",
    },
  ],
  async run({ store, ui }, target) {
    const { id, name } = targetOf(target);
    if (id) store.selected = { id, name: name ?? id };
    await ui.show("patchbay.versions");
  },
};
export default command;
