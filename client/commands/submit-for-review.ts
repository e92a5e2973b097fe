import type { Command } from "../shell/ports.ts";
import { publish } from "./publish.ts";

const command: Command = {
  id: "patchbay.submitForReview",
  title: "Submit for Review…",
  icon: "git-pull-request",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "editor/title", when: "patchbay.isConnector && isWorkspaceTrusted", group: "1_connector@2" },
    { menu: "view/title", when: "view == patchbay.requests && patchbay.hasConnector", group: "navigation@1" },
    { menu: "view/item/context", when: "view == patchbay.versions && viewItem == workingCopy", group: "1_draft@2" },
  ],
  run: (context, target) => publish(context, target, "submit"),
};
export default command;
