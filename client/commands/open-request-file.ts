import type { Command } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.openRequestFile",
  title: "Open Read-only",
  icon: "open-preview",
  when: "isWorkspaceTrusted",
  palette: false,
  async run({ ui }, target) {
    const { path, range } = targetOf(target);
    if (path) await ui.openRequest(path, range);
  },
};
export default command;
