import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.signIn",
  title: "Sign In",
  icon: "sign-in",
  when: "isWorkspaceTrusted",
  menus: [
    {
      menu: "view/title",
      when: "view == patchbay.catalogue && patchbay.registry == unauthenticated",
      group: "navigation@1",
    },
  ],
  async run(context, target) {
    const { registry, ui } = context;
    const entry = registry.active();
    if (!entry) {
      await ui.run("patchbay.addRegistry");
      return;
    }
    const token =
      targetOf(target).token ??
      (await ui.input({
        title: `Sign In to ${entry.name}`,
        prompt: `Token for ${entry.url}. It is kept in VS Code's secret storage.`,
        password: true,
        validate: (value) => (value.trim() ? undefined : "Paste the token that the registry's administrator gave you."),
      }));
    if (!token.trim()) throw new Sentence("The token is empty.");
    const person = await registry.signIn(entry, token.trim());
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`Signed in to ${entry.name} as ${person.name} (${person.roles.map(roleName).join(", ") || "viewer"}).`);
  },
};
export default command;

/** `platform_admin` → `platform admin`. */
export function roleName(role: string): string {
  return role.replaceAll("_", " ");
}
