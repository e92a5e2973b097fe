import { Sentence } from "../shell/errors.ts";
import { runSteps } from "../shell/flow.ts";
import type { Command } from "../shell/ports.ts";
import { blankDefinition, blankFolder, slugOf } from "../shell/templates.ts";

const command: Command = {
  id: "patchbay.newConnector",
  title: "New Connector…",
  icon: "new-file",
  menus: [{ menu: "view/title", when: "view == patchbay.checklist", group: "navigation@2" }],
  async run(context) {
    const { ui } = context;
    const title = "New Connector";
    const answers = { kind: "definition" as "definition" | "powerplatform", name: "" };
    const folder = await ui.folder(title);
    await runSteps(answers, [
      {
        async ask(answers, at) {
          answers.kind = await ui.pick({ title, placeholder: "What shall it be?", ...at }, [
            {
              label: "Blank definition",
              description: "one .connector.yaml file",
              detail: "Operations, authentication, resilience, tests and mappings in one file.",
              icon: "file-code",
              value: "definition" as const,
              preferred: answers.kind === "definition",
            },
            {
              label: "Blank Power Platform folder",
              description: "apiDefinition.swagger.json, apiProperties.json, readme.md",
              detail: "For Power Automate, Power Apps and Logic Apps.",
              icon: "folder",
              value: "powerplatform" as const,
              preferred: answers.kind === "powerplatform",
            },
          ]);
        },
      },
      {
        async ask(answers, at) {
          answers.name = (
            await ui.input({
              title,
              ...at,
              prompt: "Name that people see",
              placeholder: "For example: Harbour Weather",
              value: answers.name,
              validate: (value) => (slugOf(value) ? undefined : "A name with at least one letter is needed."),
            })
          ).trim();
        },
      },
    ]);
    const slug = slugOf(answers.name);
    const files = answers.kind === "definition" ? blankDefinition(answers.name) : blankFolder(answers.name);
    for (const { path } of files)
      if (await ui.exists(folder, path))
        throw new Sentence(`${path} exists already. Choose another name than ${slug}.`);
    await ui.open(await ui.write(folder, files));
  },
};
export default command;
