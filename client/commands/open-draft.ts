import { Sentence } from "../shell/errors.ts";
import { draftOf } from "../shell/own-drafts.ts";
import type { Command } from "../shell/ports.ts";
import { mainFile } from "../shell/published.ts";

const command: Command = {
  id: "patchbay.openDraft",
  title: "Open Working Copy",
  icon: "cloud-download",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem == draft", group: "inline@1" }],
  async run(context, target) {
    const { ui } = context;
    const { client, draft } = await draftOf(context, target, "Open Working Copy");
    const files = await client.draftFiles(draft.connector);
    const main = mainFile(files);
    if (!main) throw new Sentence(`The working copy of ${draft.connector} holds no files.`);
    const slug = draft.connector.slice(draft.connector.indexOf("/") + 1);
    const folder = await ui.folder(`Open the working copy of ${draft.connector}`);
    if (await ui.exists(folder, slug))
      throw new Sentence(`There is a folder ${slug} already; nothing was written. Move it away to open this one.`);
    const first = [...files].sort((a, b) => Number(b.path === main) - Number(a.path === main));
    await ui.open(
      await ui.write(
        folder,
        first.map((file) => ({ ...file, path: `${slug}/${file.path}` })),
      ),
    );
    ui.notify(`The working copy of ${draft.connector} was written to ${slug}.`);
  },
};
export default command;
