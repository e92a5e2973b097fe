import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { ensurePending, reviewOf, whatIsAsked } from "../shell/reviews.ts";

const command: Command = {
  id: "patchbay.approveRequest",
  title: "Approve Request…",
  icon: "check",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^request .*decide/", group: "inline@1" }],
  async run(context, target) {
    const { ui } = context;
    const { client, review } = await reviewOf(context, target, "Approve Request", "waiting");
    ensurePending(review);
    const { name, version, kind, may_decide } = review;
    if (!may_decide) throw new Sentence(`Somebody else has to decide the request for ${name} ${version}.`);
    const verb = kind === "promotion" ? "promote" : "publish";
    await ui.pick(
      { title: "Approve Request", placeholder: "An approval acts at once, and a published version cannot be changed." },
      [
        {
          label: `Approve and ${verb} ${name} ${version}`,
          detail: whatIsAsked(review),
          icon: "check",
          value: true,
        },
      ],
    );
    await ui.progress(`Approving ${name} ${version}`, () => client.decide(review, { decision: "approve" }));
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(
      kind === "promotion" ? `${name} is in the global catalogue.` : `${name} ${version} is approved and published.`,
    );
  },
};
export default command;
