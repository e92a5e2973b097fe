import type { Command } from "../shell/ports.ts";

const command: Command = {
  id: "patchbay.chooseRegistry",
  title: "Choose Registry…",
  icon: "database",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/title", when: "view == patchbay.catalogue", group: "3_session@1" }],
  async run(context) {
    const { registry, ui } = context;
    const active = registry.active();
    const name = await ui.pick(
      { title: "Choose Registry", placeholder: "Catalogue, versions and publishing use it." },
      [
        ...registry.entries().map((entry) => ({
          label: entry.name,
          description: entry.url,
          icon: entry.name === active?.name ? "check" : "database",
          value: entry.name,
          preferred: entry.name === active?.name,
        })),
        { label: "Connect to another registry…", icon: "add", value: "" },
      ],
    );
    if (!name) {
      await ui.run("patchbay.addRegistry");
      return;
    }
    await registry.choose(name);
    context.language.registryChanged();
    context.refresh("registry");
  },
};
export default command;
