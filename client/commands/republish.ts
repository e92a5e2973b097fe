import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { published, registryId } from "../shell/targets.ts";
import { publish } from "./publish.ts";

const command: Command = {
  id: "patchbay.republish",
  title: "Republish…",
  icon: "cloud-upload",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^unpublished/", group: "2_lifecycle@1" }],
  async run(context, target) {
    const { client, entry } = await published(context, target, "Republish");
    const { id, name, slug, state } = entry;
    if (state !== "unpublished")
      throw new Sentence(`${name} is ${state}; republishing is for what was taken out of the catalogue.`);
    const copies = (await context.language.connectors()).filter((one) => one.slug === slug);
    const [copy] = (await registryId(client, slug)) === id ? copies : [];
    if (!copy)
      throw new Sentence(`${name} comes back as a new version, from a working copy, and there is none of it here.`, {
        title: "Copy to Workspace",
        command: "patchbay.copyToWorkspace",
        arguments: [{ id }],
      });
    await publish(context, { uri: copy.uri }, "update");
  },
};
export default command;
