import { isSafeAddress } from "../../core/api/sign-in.ts";
import { hostOf } from "../shell/errors.ts";
import { runSteps } from "../shell/flow.ts";
import type { Command } from "../shell/ports.ts";

const command: Command = {
  id: "patchbay.addRegistry",
  title: "Connect to a Registry…",
  icon: "add",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/title", when: "view == patchbay.catalogue", group: "3_session@3" }],
  async run(context) {
    const { registry, ui } = context;
    const title = "Connect to a Registry";
    const answers = { url: registry.active()?.url ?? "http://localhost:4870", name: "", token: "" };
    await runSteps(answers, [
      {
        async ask(answers, at) {
          answers.url = (
            await ui.input({
              title,
              ...at,
              prompt: "Address of the registry",
              value: answers.url,
              validate: addressProblem,
            })
          ).replace(/\/+$/, "");
        },
      },
      {
        async ask(answers, at) {
          const known = registry.entries().find(({ url }) => url === answers.url)?.name;
          answers.name = await ui.input({
            title,
            ...at,
            prompt: "Name to show for it",
            value: answers.name || known || hostOf(answers.url),
            validate: (value) => (value.trim() ? undefined : "A name is needed."),
          });
        },
      },
      {
        async ask(answers, at) {
          answers.token = await ui.input({
            title,
            ...at,
            prompt: "Token (leave it empty to sign in later). It is kept in VS Code's secret storage.",
            password: true,
          });
        },
      },
    ]);
    const entry = { name: answers.name.trim(), url: answers.url };
    // The token is tried before anything is stored, so a typing mistake leaves no half-made registry behind.
    if (answers.token.trim()) await registry.signIn(entry, answers.token.trim());
    await registry.add(entry);
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`Connected to ${entry.name}.`);
  },
};
export default command;

/** Why a text is no address of a registry. A token is only sent in the clear to this machine. */
export function addressProblem(value: string): string | undefined {
  const address = value.trim();
  if (isSafeAddress(address)) return undefined;
  if (!/^https?:\/\/[^/?#\s]+/i.test(address))
    return /^\w+:\/\/\S/.test(address) && !/^https?:/i.test(address)
      ? "The address begins with https://."
      : "Write an address such as https://registry.example.com.";
  return "http:// would send your token readable for everybody on the way. Use https://.";
}
