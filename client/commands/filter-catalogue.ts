import type { Command } from "../shell/ports.ts";

const command: Command = {
  id: "patchbay.filterCatalogue",
  title: "Filter Catalogue…",
  icon: "filter",
  when: "patchbay.hasRegistry",
  menus: [{ menu: "view/title", when: "view == patchbay.catalogue && patchbay.hasRegistry", group: "navigation@2" }],
  async run({ store, ui }) {
    store.filter = await ui.input({
      title: "Filter Catalogue",
      prompt: "Words in name, slug, description, type, state or authentication; leave it empty to see everything.",
      value: store.filter,
    });
    await ui.show("patchbay.catalogue");
  },
};
export default command;
