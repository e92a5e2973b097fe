import type { Command } from "../shell/ports.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.openPlace",
  title: "Go to Place",
  palette: false,
  async run({ ui }, target) {
    const { uri, range } = targetOf(target);
    if (uri) await ui.open(uri, range);
  },
};
export default command;
