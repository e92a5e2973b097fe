import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { ensurePending, reviewOf } from "../shell/reviews.ts";

const command: Command = {
  id: "patchbay.withdrawRequest",
  title: "Withdraw Request…",
  icon: "discard",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^request .*withdraw/", group: "2_lifecycle@1" }],
  async run(context, target) {
    const { ui } = context;
    const { client, review } = await reviewOf(context, target, "Withdraw Request", "sent");
    ensurePending(review);
    const { name, version, may_withdraw } = review;
    if (!may_withdraw) throw new Sentence(`You cannot withdraw the request for ${name} ${version}.`);
    await ui.pick({ title: "Withdraw Request", placeholder: "Nothing is published, and you can submit it again." }, [
      { label: `Withdraw the request for ${name} ${version}`, icon: "discard", value: true },
    ]);
    await ui.progress(`Withdrawing ${name} ${version}`, () => client.withdraw(review));
    context.refresh("registry");
    ui.notify(`The request for ${name} ${version} is withdrawn.`);
  },
};
export default command;
