import { Sentence } from "../shell/errors.ts";
import type { Command } from "../shell/ports.ts";
import { workingCopy } from "../shell/targets.ts";
import { count } from "../shell/versions.ts";

const command: Command = {
  id: "patchbay.explainLog",
  title: "Explain Validator Log…",
  icon: "output",
  menus: [{ menu: "editor/title", when: "patchbay.isConnector", group: "1_connector@5" }],
  async run(context, target) {
    const { language, ui } = context;
    const info = await workingCopy(context, target, "Explain Validator Log");
    const entries = await language.explainLog(info.uri, await ui.clipboard());
    if (entries.length === 0)
      throw new Sentence(
        "What was copied last is no output of a validator. Copy the lines of the log that begin with ##[error], or the sentences of the review, and run this command again.",
      );
    ui.mark(entries);
    const placed = entries.filter(({ range }) => range).length;
    const others = entries.filter(({ range }) => !range);
    const mended = entries.filter(({ rule, found }) => rule && !found).length;
    const first = entries.find(({ uri, range }) => uri && range);
    if (first?.uri) await ui.open(first.uri, first.range);
    ui.notify(
      [
        `${count(placed, "entry", "entries")} of the log ${placed === 1 ? "is" : "are"} among the problems of ${info.name}.`,
        mended ? `${mended === 1 ? "One is" : `${mended} are`} not found by Patchbay and may be mended already.` : "",
        ...others.map(({ message, todo }) => `${message} ${todo}`.trim()),
      ]
        .filter(Boolean)
        .join(" "),
      { title: "Show Problems", run: () => ui.run("workbench.actions.view.problems") },
      { title: "Clear", run: () => ui.mark([]) },
    );
  },
};
export default command;
