import { catalogue } from "../../core/catalogue.ts";
import { type Command, oneOf, parseArgs, UsageError } from "../command.ts";

const rulesCommand: Command = {
  name: "rules",
  summary: "List every checklist rule and every kind of change.",
  usage: "patchbay rules [--format text|json]",
  async run(args, io) {
    const parsed = parseArgs(args, ["format"], []);
    const format = oneOf(parsed, "format", ["text", "json"] as const, "text");
    if (parsed.positional.length) throw new UsageError("patchbay rules takes no paths.");
    const list = catalogue();
    if (format === "json") io.stdout(`${JSON.stringify(list, null, 2)}\n`);
    else io.stdout(`${list.map((rule) => `${rule.id}  ${rule.bump ?? rule.severity}  ${rule.summary}`).join("\n")}\n`);
    return 0;
  },
};
export default rulesCommand;
