import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";

const command: Command = {
  id: "patchbay.signOut",
  title: "Sign Out",
  icon: "sign-out",
  menus: [{ menu: "view/title", when: "view == patchbay.catalogue && patchbay.registry == ok", group: "3_session@2" }],
  async run(context) {
    const { registry, ui } = context;
    const entry = registry.active();
    if (!entry || !(await registry.signedIn(entry))) throw new Sentence("You are not signed in.");
    await registry.signOut(entry);
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`Signed out of ${entry.name}. The token was deleted here; it stays valid until the registry revokes it.`);
  },
};
export default command;
