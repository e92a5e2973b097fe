import type { ConnectorInfo, WireChange } from "../../core/api/language.ts";
import { uncovered } from "../../core/guide/coverage.ts";
import { Cancelled, Sentence } from "../shell/errors.ts";
import { runSteps } from "../shell/flow.ts";
import type { CatalogueEntry, Choice, Command, Context, Person, RegistryClient, Scope } from "../shell/ports.ts";
import { reference, registryId, workingCopy } from "../shell/targets.ts";
import { bumps, comparedWith, count, raise, type Step } from "../shell/versions.ts";

interface Draft {
  info: ConnectorInfo;
  client: RegistryClient;
  person: Person;
  id: string;
  /** What the registry already has of this connector. */
  existing: CatalogueEntry | undefined;
  reason: string | undefined;
  scope: Scope;
  version: string;
  notes: string | undefined;
  /** Of a major version. */
  guide: string | undefined;
}

const command: Command = {
  id: "patchbay.publish",
  title: "Publish…",
  icon: "cloud-upload",
  when: "isWorkspaceTrusted",
  menus: [
    { menu: "editor/title", when: "patchbay.isConnector && isWorkspaceTrusted", group: "navigation@5" },
    { menu: "view/title", when: "view == patchbay.checklist && patchbay.hasConnector", group: "navigation@1" },
    { menu: "explorer/context", when: "resourceFilename =~ /\\.connector\\.(ya?ml|json)$/i && isWorkspaceTrusted" },
  ],
  run: (context, target) => publish(context, target, false),
};
export default command;

/** The publishing prompts: checklist, scope, version, release notes, migration guide, confirmation. Escape at any point loses nothing. */
export async function publish(context: Context, target: unknown, update: boolean): Promise<void> {
  const { registry, ui } = context;
  const info = await workingCopy(context, target, "Publish");
  if (!info.slug)
    throw new Sentence("This connector has no slug yet, so the registry could not name it. Fill in the slug first.");
  const client = await registry.connect();
  const person = await client.whoami();
  const id = await registryId(client, info.slug);
  const existing = await client.find(id);
  if (update && !existing)
    throw new Sentence(`${info.name} was never published, so there is nothing to update.`, {
      title: "Publish…",
      command: "patchbay.publish",
      arguments: [{ uri: info.uri }],
    });
  const draft: Draft = {
    info,
    client,
    person,
    id,
    existing,
    reason: undefined,
    scope: existing?.scope ?? "enterprise",
    version: info.next,
    notes: undefined,
    guide: undefined,
  };
  const title = `${existing ? "Publish Update of" : "Publish"} ${info.name}`;
  await runSteps(draft, [
    { skip: ({ info }) => noteworthy(info).length === 0, ask: (draft, at) => askChecklist(context, draft, title, at) },
    { skip: ({ existing }) => existing !== undefined, ask: (draft, at) => askScope(context, draft, title, at) },
    {
      // The namespace is the enterprise's; a platform admin may publish for another one and says why.
      skip: ({ id, person }) => id.startsWith(`${person.namespace}/`),
      async ask(draft, at) {
        draft.reason = await ui.input({
          title,
          ...at,
          prompt: `${id.split("/")[0]} is not your enterprise. Why do you publish for it? The reason is recorded.`,
          value: draft.reason ?? "",
          validate: (value) => (value.trim() ? undefined : "A reason is needed."),
        });
      },
    },
    {
      skip: ({ info, existing }) => !info.verdict || !existing,
      ask: (draft, at) => askVersion(context, draft, title, at),
    },
    { ask: (draft) => askNotes(context, draft) },
    { skip: (draft) => stepOf(draft) !== "major", ask: (draft) => askGuide(context, draft) },
    { ask: (draft, at) => confirm(context, draft, title, at) },
  ]);
  await send(context, draft);
}

type Position = { step: number; steps: number; back: boolean };

function noteworthy(info: ConnectorInfo) {
  return info.findings.filter(({ severity, settled }) => ["error", "warning"].includes(severity) && !settled);
}

async function askChecklist({ ui }: Context, draft: Draft, title: string, at: Position): Promise<void> {
  const all = noteworthy(draft.info);
  const errors = all.filter(({ severity }) => severity === "error");
  const shown = errors.length > 0 ? errors : all;
  const choices: Choice<number>[] = shown.map((finding, index) => ({
    label: finding.message,
    description: `line ${finding.range.start.line + 1}`,
    icon: finding.severity === "error" ? "error" : "warning",
    value: index,
  }));
  if (errors.length === 0)
    choices.unshift({
      label: `Go on with ${count(all.length, "warning")}`,
      icon: "arrow-right",
      value: -1,
      preferred: true,
    });
  const chosen = await ui.pick(
    {
      title,
      placeholder:
        errors.length > 0
          ? `${count(errors.length, "thing blocks", "things block")} publishing. Choose one to go there.`
          : "Warnings do not block publishing. Choose one to go there, or go on.",
      ...at,
    },
    choices,
  );
  if (chosen < 0) return;
  const finding = shown[chosen]!;
  await ui.open(finding.uri, finding.range);
  throw new Cancelled();
}

async function askScope({ ui }: Context, draft: Draft, title: string, at: Position): Promise<void> {
  const mayGlobal = draft.person.roles.includes("platform_admin");
  draft.scope = await ui.pick<Scope>({ title, placeholder: "Who shall see it?", ...at }, [
    {
      label: "Enterprise",
      description: draft.person.enterprise || draft.person.namespace,
      detail: "Only this enterprise sees it and can connect.",
      icon: "organization",
      value: "enterprise",
      preferred: draft.scope === "enterprise",
    },
    {
      label: "Global",
      description: "all enterprises",
      detail: mayGlobal
        ? "Every enterprise sees it and can connect."
        : "Global needs a platform admin: publish for the enterprise and ask for promotion.",
      icon: "globe",
      value: "global",
      preferred: draft.scope === "global",
      disabled: mayGlobal ? undefined : "Global needs a platform admin.",
    },
  ]);
}

const meaning: Record<Step, string> = {
  patch: "Nothing that anybody notices: texts, corrections.",
  minor: "Something new; what exists goes on working.",
  major: "Connections may need to be configured anew.",
};

async function askVersion({ ui }: Context, draft: Draft, title: string, at: Position): Promise<void> {
  const verdict = draft.info.verdict!;
  const required: Step = verdict.bump === "none" ? "patch" : verdict.bump;
  const reasons = verdict.changes.filter(({ bump }) => bump === required);
  const why = reasons[0] ? `${reasons[0].message}${reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : ""}` : "";
  draft.version = await ui.pick(
    { title, placeholder: `Compared with ${comparedWith(verdict)}, this change needs: ${required}`, ...at },
    bumps.map((bump) => {
      const tooSmall = bumps.indexOf(bump) < bumps.indexOf(required);
      // Numbers go on from what is published, whatever the settings compare with.
      const version = raise(draft.existing?.latest ?? verdict.latest, bump);
      return {
        label: version,
        description: bump === required ? `${bump} · required` : bump,
        detail: tooSmall ? `Too small: ${why}` : bump === required && why ? why : meaning[bump],
        icon: tooSmall ? "circle-slash" : bump === required ? "check" : "arrow-up",
        value: version,
        disabled: tooSmall ? `${bump} is too small. ${why}` : undefined,
        preferred: bump === required,
      };
    }),
  );
}

/** The step that a version takes from the one before; nothing for a first version. */
function stepOf({ existing, version }: Draft): Step | undefined {
  return existing && bumps.find((bump) => raise(existing.latest, bump) === version);
}

/** A text is asked for until it says what it has to; what was written so far stays. */
async function askText(
  { ui }: Context,
  name: string,
  drafted: string,
  problemOf: (text: string) => string | undefined,
): Promise<string> {
  let text = drafted;
  for (;;) {
    text = await ui.edit({ name, text });
    const problem = problemOf(text);
    if (!problem) return text;
    ui.notify(problem);
  }
}

async function askNotes(context: Context, draft: Draft): Promise<void> {
  const { info, version } = draft;
  const drafted = draft.notes ?? (await context.language.releaseNotes(info.uri));
  draft.notes = await askText(context, `Release notes of ${info.name} ${version}.md`, drafted, (text) =>
    notesProblem(text, stepOf(draft)),
  );
}

/** Who updates says what changed. */
export function notesProblem(text: string, step: Step | undefined): string | undefined {
  const written = text.replace(/^#.*$/gm, "").trim();
  return step && !written ? "Write at least one line that says what changed." : undefined;
}

async function askGuide(context: Context, draft: Draft): Promise<void> {
  const { info, version, client, id } = draft;
  const drafted = draft.guide ?? (await context.language.migrationGuide(info.uri, version, await client.affected(id)));
  draft.guide = await askText(context, `Migration guide to ${info.name} ${version}.md`, drafted, (text) =>
    guideProblem(text, info.verdict?.changes ?? []),
  );
}

/** Who breaks says what to do, about everything that breaks. The registry looks, too; here nothing is lost by it. */
export function guideProblem(text: string, changes: readonly WireChange[]): string | undefined {
  if (!text.trim()) return "A major version needs a migration guide that says what users have to do.";
  const [first, ...more] = uncovered(text, { changes });
  if (!first) return undefined;
  return `${first.sentence}${more.length ? ` ${count(more.length, "other change is", "other changes are")} missing, too.` : ""}`;
}

async function confirm({ ui }: Context, draft: Draft, title: string, at: Position): Promise<void> {
  const { info, version, scope, client, id } = draft;
  const enterprises = info.verdict?.enterprises ?? 0;
  const major = stepOf(draft) === "major";
  const told =
    enterprises === 0
      ? "Nobody uses it yet, so nobody is notified."
      : `${count(enterprises, "enterprise uses", "enterprises use")} it; ${
          major ? "their admins are notified with the migration guide." : "connections go on working."
        }`;
  await ui.pick({ title, placeholder: "A published version cannot be changed any more.", ...at }, [
    {
      label: `Publish ${info.name} ${version}`,
      description: `${scope === "global" ? "to all enterprises" : `to ${draft.person.enterprise || draft.person.namespace}`} · ${client.entry.name}`,
      detail: `${reference(id, version)}. ${told}`,
      icon: "cloud-upload",
      value: true,
    },
  ]);
}

async function send(context: Context, draft: Draft): Promise<void> {
  const { language, ui } = context;
  const { info, client, id, version, scope, existing, reason } = draft;
  const notes = draft.notes?.trim() ?? "";
  const guide = stepOf(draft) === "major" ? draft.guide?.trim() : undefined;
  const before = await language.package(info.uri);
  const content = await language.package(info.uri, { version, notes, migration_guide: guide });
  if (!before || !content) throw new Sentence(`The files of ${info.name} could not be read, so nothing was published.`);
  const { files } = content;
  await ui.progress(`Publishing ${info.name} ${version}`, async (signal) => {
    // From here on it is sent, and whether it was published is the registry's answer.
    if (signal.aborted) throw new Cancelled();
    await client.publish(id, { version, first: !existing, scope, files, notes, guide, reason });
  });
  // What the registry has accepted becomes the working copy; a refusal leaves it as it was.
  for (const { path, text } of before.files) {
    const published = files.find((file) => file.path === path)?.text;
    if (published !== undefined && published !== text) await ui.replace(joinUri(info.uri, path), text, published);
  }
  language.registryChanged();
  context.refresh("registry", "connector");
  await ui.run("setContext", "patchbay.hasPublished", true);
  ui.notify(
    `${info.name} ${version} is published in ${client.entry.name}.`,
    { title: "Show Version", run: () => ui.run("patchbay.showVersion", { uri: info.uri }) },
    { title: "Copy Reference", run: () => ui.copy(reference(id, version)) },
  );
}

/** Address of a file beside the connector's main file. */
function joinUri(main: string, path: string): string {
  return main.slice(0, main.lastIndexOf("/") + 1) + path.split("/").map(encodeURIComponent).join("/");
}
