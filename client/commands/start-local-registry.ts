import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";

/** Name of the entry in the setting `patchbay.registries`. */
export const localName = "Local";

const command: Command = {
  id: "patchbay.startLocalRegistry",
  title: "Start Local Registry",
  icon: "play",
  when: "isWorkspaceTrusted",
  async run(context) {
    const { registry, ui, local } = context;
    if (!local)
      throw new Sentence("A registry cannot be started inside a browser. Connect to one that runs elsewhere.", {
        title: "Connect to a Registry…",
        command: "patchbay.addRegistry",
      });
    const { url, token } = await ui.progress("Starting the local registry", () => local.start());
    const entry = { name: localName, url };
    await registry.signIn(entry, token);
    await registry.add(entry);
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`The local registry runs at ${url}. It keeps its data when VS Code closes.`, {
      title: "Show Catalogue",
      run: () => ui.show("patchbay.catalogue"),
    });
  },
};
export default command;
