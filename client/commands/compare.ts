import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { publishedFiles } from "../shell/published.ts";

const command: Command = {
  id: "patchbay.compare",
  title: "Compare with Working Copy",
  icon: "git-compare",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "view/item/context", when: "viewItem =~ /^version/", group: "inline@1" },
    { menu: "view/item/context", when: "view == patchbay.changes && viewItem == compared", group: "inline@1" },
  ],
  async run(context, target) {
    const { store, ui } = context;
    const { entry, version, files, main } = await publishedFiles(context, target, "Compare");
    const mine = store.active;
    if (mine?.slug !== entry.slug) throw new Sentence(`Open your working copy of ${entry.name} first.`);
    const name = mine.uri.slice(mine.uri.lastIndexOf("/") + 1);
    const path = files.find((file) => file.path === decodeURIComponent(name))?.path ?? main;
    await ui.compare(entry.id, version, path, mine.uri);
  },
};
export default command;
