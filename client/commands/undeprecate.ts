import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { published } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.undeprecate",
  title: "Withdraw Deprecation…",
  icon: "discard",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^deprecated/", group: "2_lifecycle@1" }],
  async run(context, target) {
    const { ui } = context;
    const { client, entry } = await published(context, target, "Withdraw Deprecation");
    const { id, name, state, sunset, message } = entry;
    if (state !== "deprecated") throw new Sentence(`${name} is not deprecated, so there is nothing to withdraw.`);
    await ui.pick(
      { title: `Withdraw Deprecation of ${name}`, placeholder: "The warning disappears, and its users are told." },
      [
        {
          label: `Keep ${name} in the catalogue`,
          description: id,
          detail: [sunset ? `It was to go on ${sunset.slice(0, 10)}.` : "", message ?? ""].filter(Boolean).join(" "),
          icon: "discard",
          value: true,
        },
      ],
    );
    await ui.progress(`Withdrawing the deprecation of ${name}`, () => client.undeprecate(id));
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`${name} is not deprecated any more.`);
  },
};
export default command;
