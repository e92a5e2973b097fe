import { Sentence } from "../shell/errors.ts";
import { runSteps } from "../shell/flow.ts";
import type { Command } from "../shell/ports.ts";
import { published } from "../shell/targets.ts";
import { dayAfter } from "../shell/versions.ts";

const notice = 30;

const command: Command = {
  id: "patchbay.deprecate",
  title: "Deprecate…",
  icon: "warning",
  when: "isWorkspaceTrusted",
  menus: [{ menu: "view/item/context", when: "viewItem =~ /^published/", group: "2_lifecycle@1" }],
  async run(context, target) {
    const { ui, now } = context;
    const { client, entry } = await published(context, target, "Deprecate");
    if (entry.state === "unpublished")
      throw new Sentence(`${entry.name} is not in the catalogue any more, so there is nothing to deprecate.`);
    const title = `Deprecate ${entry.name}`;
    const today = now();
    const answers = { days: 0, sunset: "", message: "", replacement: undefined as string | undefined };
    const others = (await client.list()).filter(({ id, state }) => id !== entry.id && state === "published");
    await runSteps(answers, [
      {
        async ask(answers, at) {
          answers.days = await ui.pick(
            { title, placeholder: `Until when does it go on? The notice is at least ${notice} days.`, ...at },
            [
              ...[30, 60, 90].map((days) => ({
                label: `${days} days`,
                description: dayAfter(today, days),
                icon: "calendar",
                value: days,
                preferred: days === (answers.days || 90),
              })),
              { label: "Other…", description: "a date of your choice", icon: "edit", value: -1 },
            ],
          );
          if (answers.days > 0) answers.sunset = dayAfter(today, answers.days);
        },
      },
      {
        skip: ({ days }) => days !== -1,
        async ask(answers, at) {
          answers.sunset = await ui.input({
            title,
            ...at,
            prompt: "Last day, as YYYY-MM-DD",
            value: answers.sunset || dayAfter(today, notice),
            validate: (value) => dateProblem(value, today),
          });
        },
      },
      {
        async ask(answers, at) {
          answers.message = await ui.input({
            title,
            ...at,
            prompt: "What shall the people who use it know?",
            placeholder: "For example: version 2 of the service replaces it.",
            value: answers.message,
            validate: (value) => (value.trim() ? undefined : "Write one sentence: it is what users read."),
          });
        },
      },
      {
        skip: () => others.length === 0,
        async ask(answers, at) {
          answers.replacement =
            (await ui.pick({ title, placeholder: "Which connector replaces it?", ...at }, [
              { label: "None", icon: "circle-slash", value: "", preferred: !answers.replacement },
              ...others.map(({ id, name, latest }) => ({
                label: name,
                description: `${latest} · ${id}`,
                icon: "plug",
                value: id,
                preferred: id === answers.replacement,
              })),
            ])) || undefined;
        },
      },
      {
        async ask(answers, at) {
          await ui.pick({ title, placeholder: "Connections go on working; the catalogue shows a warning.", ...at }, [
            {
              label: `Deprecate ${entry.name} until ${answers.sunset}`,
              detail: answers.message,
              icon: "warning",
              value: true,
            },
          ]);
        },
      },
    ]);
    const { sunset, message, replacement } = answers;
    await ui.progress(`Deprecating ${entry.name}`, () => client.deprecate(entry.id, { sunset, message, replacement }));
    context.language.registryChanged();
    context.refresh("registry");
    ui.notify(`${entry.name} is deprecated until ${sunset}.`);
  },
};
export default command;

/** Why a text is no last day; nothing when it is one. */
export function dateProblem(value: string, today: Date): string | undefined {
  const day = value.trim();
  const time = Date.parse(`${day}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(time)) return "Write a day as YYYY-MM-DD.";
  // A day that does not exist, such as 30 February, is moved by the parser instead of refused.
  if (new Date(time).toISOString().slice(0, 10) !== day) return `There is no ${day} in the calendar.`;
  const earliest = dayAfter(today, notice);
  return day < earliest ? `The earliest day is ${earliest}, ${notice} days from now.` : undefined;
}
