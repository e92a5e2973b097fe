import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { published } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.requestPromotion",
  title: "Request Promotion…",
  icon: "git-pull-request",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "view/item/context", when: "viewItem =~ /enterprise/ && viewItem =~ /^published/", group: "2_lifecycle@4" },
  ],
  async run(context, target) {
    const { ui } = context;
    const { client, entry } = await published(context, target, "Request Promotion");
    const { id, name, latest, scope, state } = entry;
    if (scope === "global") throw new Sentence(`${name} is in the global catalogue already.`);
    if (state !== "published") throw new Sentence(`${name} is ${state}; only a published connector can be promoted.`);
    const { roles } = await client.whoami();
    if (!roles.includes("enterprise_admin"))
      throw new Sentence(
        roles.includes("platform_admin")
          ? "A platform admin promotes without a request."
          : "A promotion is asked for by an admin of the enterprise. Ask yours.",
        ...(roles.includes("platform_admin")
          ? [{ title: "Promote…", command: "patchbay.promote", arguments: [{ id }] }]
          : []),
      );
    const message = await ui.input({
      title: `Request Promotion of ${name} ${latest}`,
      prompt: "Why shall every enterprise see it? A platform admin reads it.",
      validate: (value) => (value.trim() ? undefined : "Write one sentence for whoever decides."),
    });
    await ui.progress(`Asking for the promotion of ${name}`, () => client.requestPromotion(id, message.trim()));
    context.refresh("registry");
    ui.notify(`The promotion of ${name} ${latest} waits for a platform admin.`, {
      title: "Show Requests",
      run: () => ui.show("patchbay.requests"),
    });
  },
};
export default command;
