import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";
import { dayAfter } from "../shell/versions.ts";

const command: Command = {
  id: "patchbay.waive",
  title: "Waive This Finding…",
  icon: "pass",
  palette: false,
  menus: [{ menu: "view/item/context", when: "viewItem == finding", group: "2_waive@1" }],
  async run({ language, ui, store, now }, target) {
    const { uri, range, rule } = targetOf(target);
    if (!uri || !range || !rule) return;
    const title = `Waive ${rule}`;
    const reason = await ui.input({
      title,
      step: 1,
      steps: 3,
      prompt: "Why is it right to leave this as it is? Reviewers read it.",
      validate: (text) => (text.trim() ? undefined : "A waiver without a reason does not count."),
    });
    const author = await ui.input({
      title,
      step: 2,
      steps: 3,
      prompt: "Who decides this?",
      value: store.author,
      validate: (text) =>
        text.trim() ? undefined : "Write a name or an address: a waiver without one does not count.",
    });
    store.author = author.trim();
    const today = now();
    const expires = await ui.pick({ title, step: 3, steps: 3, placeholder: "How long does it count?" }, [
      ...[30, 90, 365].map((days) => ({
        label: `${days} days`,
        description: `until ${dayAfter(today, days)}`,
        icon: "calendar",
        value: dayAfter(today, days),
        preferred: days === 90,
      })),
      { label: "Without end", description: "until what stands there changes", icon: "infinity", value: "" },
    ]);
    const settings = await language.waive({
      uri,
      range,
      rule,
      reason: reason.trim(),
      author: store.author,
      ...(expires && { expires }),
    });
    if (!settings)
      throw new Sentence("This finding is not there any more, so nothing was waived. Look at the problems again.");
    ui.notify(`${rule} is waived here${expires ? ` until ${expires}` : ""}. The settings hold the decision.`, {
      title: "Show Settings",
      run: () => ui.open(settings),
    });
  },
};
export default command;
