import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { published } from "../shell/targets.ts";
import { count } from "../shell/versions.ts";

const command: Command = {
  id: "patchbay.unpublish",
  title: "Unpublish…",
  icon: "circle-slash",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^(published|deprecated)/", group: "2_lifecycle@2" }],
  async run(context, target) {
    const { ui, now } = context;
    const { client, entry } = await published(context, target, "Unpublish");
    if (entry.state === "unpublished") throw new Sentence(`${entry.name} is not in the catalogue any more.`);
    const [usage, person] = await Promise.all([client.usage(entry.id), client.whoami()]);
    const title = `Unpublish ${entry.name}`;
    const inUse = usage.connections > 0 || usage.orchestrations > 0;
    const expired = entry.state === "deprecated" && !!entry.sunset && entry.sunset <= now().toISOString();
    const force = inUse && !expired;
    const used = `${count(usage.connections, "connection")} and ${count(usage.orchestrations, "orchestration")}`;
    if (force && !person.roles.includes("platform_admin"))
      throw new Sentence(
        `${used} still use ${entry.name}. Deprecate it first; it can be unpublished when the notice is over${
          entry.sunset ? `, on ${entry.sunset.slice(0, 10)}` : ""
        }.`,
        { title: "Deprecate…", command: "patchbay.deprecate", arguments: [{ id: entry.id }] },
      );
    await ui.pick({ title, placeholder: "This is what happens." }, [
      {
        label: `Unpublish ${entry.name}`,
        icon: "circle-slash",
        description: entry.id,
        detail: inUse
          ? `Goes on working: ${used}. Refused from now on: new connections.`
          : "Nobody uses it. It leaves the catalogue; its versions and numbers stay.",
        value: true,
      },
    ]);
    let override: { reason: string; confirm: string } | undefined;
    if (force) {
      const reason = await ui.input({
        title,
        prompt: "It is in use and its notice is not over. Why must it go now? The reason is recorded.",
        validate: (value) => (value.trim() ? undefined : "A reason is needed."),
      });
      const confirm = await ui.input({
        title,
        prompt: `Type ${entry.slug} to confirm.`,
        validate: (value) => (value === entry.slug ? undefined : `Type ${entry.slug}, exactly so.`),
      });
      override = { reason, confirm };
    }
    await ui.progress(title, () => client.unpublish(entry.id, override));
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`${entry.name} is no longer in the catalogue. Existing connections go on working.`);
  },
};
export default command;
