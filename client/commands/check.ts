import type { Command } from "../shell/ports.ts";
import { blockers } from "../shell/store.ts";
import { workingCopy } from "../shell/targets.ts";
import { count } from "../shell/versions.ts";

const command: Command = {
  id: "patchbay.check",
  title: "Check Connector",
  icon: "checklist",
  menus: [{ menu: "editor/title", when: "patchbay.isConnector", group: "1_connector@1" }],
  async run(context, target) {
    const { store, ui } = context;
    const info = await workingCopy(context, target, "Check");
    store.active = info;
    await ui.show("patchbay.checklist");
    const errors = blockers(info);
    const warnings = info.findings.filter(({ severity }) => severity === "warning").length;
    const rest = warnings > 0 ? ` ${count(warnings, "warning")} can be accepted.` : "";
    if (errors > 0)
      ui.notify(`${count(errors, "thing blocks", "things block")} publishing ${info.name}.${rest}`, {
        title: "Show Problems",
        run: () => ui.run("workbench.actions.view.problems"),
      });
    else
      ui.notify(`${info.name} is ready to publish as ${info.next}.${rest}`, {
        title: "Publish…",
        run: () => ui.run("patchbay.publish", { uri: info.uri }),
      });
  },
};
export default command;
