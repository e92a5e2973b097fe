import type { Command } from "../shell/ports.ts";
import { publish } from "./publish.ts";

const command: Command = {
  id: "patchbay.publishUpdate",
  title: "Publish Update…",
  icon: "cloud-upload",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "view/item/context", when: "view == patchbay.versions && viewItem == workingCopy", group: "inline@1" },
  ],
  run: (context, target) => publish(context, target, "update"),
};
export default command;
