import type { Command } from "../shell/ports.ts";
import { publishedFiles } from "../shell/published.ts";

const command: Command = {
  id: "patchbay.openReadOnly",
  title: "Open Read-only",
  icon: "open-preview",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "view/item/context", when: "viewItem =~ /^(published|deprecated|unpublished|version)/", group: "inline@2" },
  ],
  async run(context, target) {
    const { entry, version, files, main } = await publishedFiles(context, target, "Open Read-only");
    const path =
      files.length === 1
        ? main
        : await context.ui.pick(
            { title: `${entry.name} ${version}`, placeholder: "Which file?" },
            files.map((file) => ({ label: file.path, icon: "file", value: file.path, preferred: file.path === main })),
          );
    await context.ui.openPublished(entry.id, version, path);
  },
};
export default command;
