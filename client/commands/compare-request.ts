import type { Command } from "../shell/ports.ts";
import { requestFile } from "../shell/request-texts.ts";
import { targetOf } from "../shell/targets.ts";

const command: Command = {
  id: "patchbay.compareRequest",
  title: "Compare with Published Version",
  icon: "git-compare",
  when: "isWorkspaceTrusted",
  palette: false,
  menus: [{ menu: "view/item/context", when: "viewItem == requestFile", group: "inline@1" }],
  async run({ registry, ui }, target) {
    const { review: id, path, range } = targetOf(target);
    if (!id || !path) return;
    const client = await registry.connect();
    const { connector, kind, verdict, files } = await client.request(id);
    const { baseline } = verdict;
    const before = baseline && kind === "publication" ? await client.files(connector, baseline) : [];
    const isThere = files.some((file) => file.path === path);
    const wasThere = before.some((file) => file.path === path);
    // What was added has nothing to be compared with, and what was removed is shown as it was.
    if (isThere && wasThere) await ui.compareRequest(connector, baseline!, path, id, range);
    else if (isThere) await ui.openRequest(requestFile(id, path), range);
    else if (wasThere) await ui.openPublished(connector, baseline!, path);
  },
};
export default command;
