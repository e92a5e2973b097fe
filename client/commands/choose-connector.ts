import type { Command } from "../shell/ports.ts";
import { targetOf, workingCopy } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.chooseConnector",
  title: "Choose Connector…",
  icon: "plug",
  menus: [{ menu: "view/title", when: "view == patchbay.checklist", group: "navigation@3" }],
  async run(context, target) {
    const { language, store, ui } = context;
    let { uri } = targetOf(target);
    if (!uri) {
      const all = await language.connectors();
      if (all.length > 0)
        uri = await ui.pick(
          { title: "Choose Connector", placeholder: "Checklist, versions and usage show it." },
          all.map((one) => ({
            label: one.name || one.slug,
            description: one.slug,
            icon: "plug",
            value: one.uri,
            preferred: one.uri === store.active?.uri,
          })),
        );
    }
    const info = await workingCopy(context, uri, "Choose Connector");
    await ui.open(info.uri);
    store.active = info;
  },
};
export default command;
