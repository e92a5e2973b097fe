import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { published } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.promote",
  title: "Promote…",
  icon: "globe",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "view/item/context", when: "viewItem =~ /enterprise/ && viewItem =~ /^published/", group: "2_lifecycle@3" },
  ],
  async run(context, target) {
    const { ui } = context;
    const { client, entry } = await published(context, target, "Promote");
    if (entry.scope === "global") throw new Sentence(`${entry.name} is in the global catalogue already.`);
    if (entry.state !== "published")
      throw new Sentence(`${entry.name} is ${entry.state}; only a published connector can be promoted.`);
    const person = await client.whoami();
    if (!person.roles.includes("platform_admin"))
      throw new Sentence("Promotion to the global catalogue needs a platform admin.", {
        title: "Request Promotion…",
        command: "patchbay.requestPromotion",
        arguments: [{ id: entry.id }],
      });
    await ui.pick(
      { title: `Promote ${entry.name}`, placeholder: "From the enterprise's catalogue to the global one." },
      [
        {
          label: `Promote ${entry.name} ${entry.latest}`,
          description: entry.id,
          detail:
            "Every enterprise will see it and can connect. The version stays; there is no way back but deprecation.",
          icon: "globe",
          value: true,
        },
      ],
    );
    await ui.progress(`Promoting ${entry.name}`, () => client.promote(entry.id));
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`${entry.name} is in the global catalogue.`);
  },
};
export default command;
