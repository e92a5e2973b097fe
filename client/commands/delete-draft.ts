import { draftOf } from "../shell/own-drafts.ts";
import type { Command } from "../shell/ports.ts";
import { ago } from "../shell/versions.ts";

const command: Command = {
  id: "patchbay.deleteDraft",
  title: "Delete Working Copy from Registry…",
  icon: "trash",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem == draft", group: "2_lifecycle@1" }],
  async run(context, target) {
    const { ui, now } = context;
    const title = "Delete Working Copy from Registry";
    const { client, draft } = await draftOf(context, target, title);
    await ui.pick({ title, placeholder: "Files in your workspace stay as they are." }, [
      {
        label: `Delete the working copy of ${draft.connector}`,
        description: `saved ${ago(draft.updated_at, now())}`,
        icon: "trash",
        value: true,
      },
    ]);
    await ui.progress(title, () => client.deleteDraft(draft));
    context.refresh("registry");
    ui.notify(`The working copy of ${draft.connector} is deleted from ${client.entry.name}.`);
  },
};
export default command;
