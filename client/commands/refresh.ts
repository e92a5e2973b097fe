import type { Command } from "../shell/ports.ts";

const command: Command = {
  id: "patchbay.refresh",
  title: "Refresh",
  icon: "refresh",
  menus: [{ menu: "view/title", when: "view =~ /^patchbay\\.(versions|catalogue|usage)$/", group: "navigation@9" }],
  async run(context) {
    context.language.registryChanged();
    context.refresh("connector", "registry");
  },
};
export default command;
