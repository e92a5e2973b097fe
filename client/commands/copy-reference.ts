import type { Command } from "../shell/ports.ts";
import { published, reference, targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.copyReference",
  title: "Copy Reference",
  icon: "copy",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^(published|deprecated|version)/", group: "1_open@3" }],
  async run(context, target) {
    const { id, version } = targetOf(target);
    if (id && version) return context.ui.copy(reference(id, version));
    const { entry } = await published(context, target, "Copy Reference");
    return context.ui.copy(reference(entry.id, version ?? entry.latest));
  },
};
export default command;
