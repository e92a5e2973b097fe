import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { registryId, workingCopy } from "../shell/targets.ts";
import { ago } from "../shell/versions.ts";

const command: Command = {
  id: "patchbay.saveDraft",
  title: "Save Working Copy to Registry",
  icon: "save",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "editor/title", when: "patchbay.isConnector && isWorkspaceTrusted", group: "1_connector@3" },
    { menu: "view/item/context", when: "view == patchbay.versions && viewItem == workingCopy", group: "1_draft@1" },
  ],
  async run(context, target) {
    const { registry, language, ui, now } = context;
    const info = await workingCopy(context, target, "Save Working Copy to Registry");
    if (!info.slug) throw new Sentence("This connector has no slug yet, so the registry could not name it.");
    const client = await registry.connect();
    const id = await registryId(client, info.slug);
    const before = (await client.drafts()).find(({ connector }) => connector === id);
    if (before)
      await ui.pick({ title: "Save Working Copy to Registry", placeholder: "Only you see it there." }, [
        {
          label: `Replace the working copy of ${info.name}`,
          description: `saved ${ago(before.updated_at, now())}`,
          icon: "save",
          value: true,
        },
      ]);
    const content = await language.package(info.uri);
    if (!content) throw new Sentence(`The files of ${info.name} could not be read, so nothing was saved.`);
    await ui.progress(`Saving ${info.name}`, () => client.saveDraft(id, content.files, before?.etag));
    context.refresh("registry");
    ui.notify(`The working copy of ${info.name} is kept in ${client.entry.name}, for you only.`);
  },
};
export default command;
