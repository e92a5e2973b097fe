import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { publishedFiles } from "../shell/published.ts";

const command: Command = {
  id: "patchbay.copyToWorkspace",
  title: "Copy to Workspace",
  icon: "cloud-download",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "view/item/context", when: "viewItem =~ /^(published|deprecated|unpublished|version)/", group: "1_open@2" },
  ],
  async run(context, target) {
    const { ui } = context;
    const { entry, version, files } = await publishedFiles(context, target, "Copy to Workspace");
    const folder = await ui.folder(`Copy ${entry.name} ${version}`);
    if (await ui.exists(folder, entry.slug))
      throw new Sentence(`There is a folder ${entry.slug} already; nothing was copied.`);
    const placed = files.map((file) => ({ ...file, path: `${entry.slug}/${file.path}` }));
    await ui.open(await ui.write(folder, placed));
    ui.notify(`${entry.name} ${version} was copied to ${entry.slug}.`);
  },
};
export default command;
