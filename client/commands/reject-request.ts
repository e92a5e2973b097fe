import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { ensurePending, reviewOf } from "../shell/reviews.ts";

const command: Command = {
  id: "patchbay.rejectRequest",
  title: "Reject Request…",
  icon: "close",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^request .*decide/", group: "inline@2" }],
  async run(context, target) {
    const { ui } = context;
    const { client, review } = await reviewOf(context, target, "Reject Request", "waiting");
    ensurePending(review);
    const { name, version, requested_by, may_decide } = review;
    if (!may_decide) throw new Sentence(`Somebody else has to decide the request for ${name} ${version}.`);
    const reason = await ui.input({
      title: `Reject ${name} ${version}`,
      prompt: `Why? ${requested_by} reads it.`,
      validate: (value) => (value.trim() ? undefined : "Say why, so that its author knows what to do."),
    });
    await ui.progress(`Rejecting ${name} ${version}`, () =>
      client.decide(review, { decision: "reject", reason: reason.trim() }),
    );
    context.refresh("registry");
    ui.notify(`The request for ${name} ${version} is rejected.`);
  },
};
export default command;
