import type { ConnectorInfo, WireChange } from "../../core/api/language.ts";
import { uncovered } from "../../core/guide/coverage.ts";
import { type Rights, rightsOf } from "../shell/decider.ts";
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
  /** What this person may do in each scope. */
  rights: Record<Scope, Rights>;
  /** Ask, although one may publish. */
  asks: boolean;
  /** Words for whoever decides. */
  message: string;
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
  run: (context, target) => publish(context, target, "publish"),
};
export default command;

/**
 * The publishing prompts: checklist, scope, version, release notes, migration guide, confirmation. Escape at any point loses nothing.
 * Where this person may not publish, or wants somebody else to look first, it ends as a request.
 */
export async function publish(context: Context, target: unknown, mode: "publish" | "update" | "submit"): Promise<void> {
  const { registry, ui } = context;
  const info = await workingCopy(context, target, mode === "submit" ? "Submit for Review" : "Publish");
  if (!info.slug)
    throw new Sentence("This connector has no slug yet, so the registry could not name it. Fill in the slug first.");
  const client = await registry.connect();
  const person = await client.whoami();
  const id = await registryId(client, info.slug);
  const existing = await client.find(id);
  if (mode === "update" && !existing)
    throw new Sentence(`${info.name} was never published, so there is nothing to update.`, {
      title: "Publish…",
      command: "patchbay.publish",
      arguments: [{ uri: info.uri }],
    });
  const policy = await client.policy();
  const [namespace = ""] = id.split("/");
  const draft: Draft = {
    info,
    client,
    person,
    id,
    existing,
    reason: undefined,
    rights: {
      enterprise: rightsOf(person, policy, namespace, "enterprise"),
      global: rightsOf(person, policy, namespace, "global"),
    },
    asks: mode === "submit",
    message: "",
    scope: existing?.scope ?? "enterprise",
    version: info.next,
    notes: undefined,
    guide: undefined,
  };
  ensureRights(draft);
  const title =
    mode === "submit" ? `Submit ${info.name} for Review` : `${existing ? "Publish Update of" : "Publish"} ${info.name}`;
  await runSteps(draft, [
    { skip: ({ info }) => noteworthy(info).length === 0, ask: (draft, at) => askChecklist(context, draft, title, at) },
    { skip: ({ existing }) => existing !== undefined, ask: (draft, at) => askScope(context, draft, title, at) },
    {
      // The namespace is the enterprise's; a platform admin may publish for another one and says why.
      skip: ({ person }) => namespace === person.namespace,
      async ask(draft, at) {
        draft.reason = await ui.input({
          title,
          ...at,
          prompt: `${namespace} is not your enterprise. Why do you publish for it? The reason is recorded.`,
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
    {
      skip: (draft) => !isRequest(draft),
      async ask(draft, at) {
        draft.message = await ui.input({
          title,
          ...at,
          prompt: "Words for whoever decides (it may stay empty)",
          value: draft.message,
        });
      },
    },
    { ask: (draft, at) => confirm(context, draft, title, at) },
  ]);
  await send(context, draft);
}

/** Whether it goes to somebody who decides. Once the registry's own answer differs, it says so in a sentence. */
function isRequest({ asks, rights, scope }: Draft): boolean {
  return asks || (!rights[scope].publish && rights[scope].ask);
}

/** Nobody is led through all prompts to hear in the end that it was in vain. */
function ensureRights({ info, asks, existing, person, rights }: Draft): void {
  const open = (existing ? [existing.scope] : (["enterprise", "global"] as const)).map((scope) => rights[scope]);
  if (open.some(({ publish, ask }) => ask || (publish && !asks))) return;
  const role = person.roles.map((one) => one.replaceAll("_", " ")).join(", ") || "no role";
  throw new Sentence(
    asks && open.some(({ publish }) => publish)
      ? "You publish here without a request."
      : `With your rights (${role}) you may neither publish ${info.name} nor ask for it.`,
    ...(asks ? [{ title: "Publish…", command: "patchbay.publish", arguments: [{ uri: info.uri }] }] : []),
  );
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

/** What a scope means for this person, and why it cannot be chosen, if so. */
function scopeChoice({ rights, asks }: Draft, scope: Scope, seen: string): { detail: string; disabled?: string } {
  const { publish, ask } = rights[scope];
  const who = scope === "global" ? "Global needs a platform admin" : "Publishing needs an admin";
  if (publish && !asks) return { detail: seen };
  if (ask) return { detail: asks ? seen : `${who}: this becomes a request. ${seen}` };
  const disabled = scope === "global" ? `${who}; an enterprise admin can ask for it.` : `${who} of your enterprise.`;
  return { detail: disabled, disabled };
}

async function askScope({ ui }: Context, draft: Draft, title: string, at: Position): Promise<void> {
  draft.scope = await ui.pick<Scope>({ title, placeholder: "Who shall see it?", ...at }, [
    {
      label: "Enterprise",
      description: draft.person.enterprise || draft.person.namespace,
      icon: "organization",
      value: "enterprise",
      preferred: draft.scope === "enterprise",
      ...scopeChoice(draft, "enterprise", "Only this enterprise sees it and can connect."),
    },
    {
      label: "Global",
      description: "all enterprises",
      icon: "globe",
      value: "global",
      preferred: draft.scope === "global",
      ...scopeChoice(draft, "global", "Every enterprise sees it and can connect."),
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
  const asks = isRequest(draft);
  const placeholder = asks
    ? "Somebody else decides it; until then nothing is published."
    : "A published version cannot be changed any more.";
  await ui.pick({ title, placeholder, ...at }, [
    {
      label: asks ? `Submit ${info.name} ${version} for review` : `Publish ${info.name} ${version}`,
      description: `${scope === "global" ? "to all enterprises" : `to ${draft.person.enterprise || draft.person.namespace}`} · ${client.entry.name}`,
      detail: `${reference(id, version)}. ${told}`,
      icon: asks ? "git-pull-request" : "cloud-upload",
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
  const asks = isRequest(draft);
  await ui.progress(`${asks ? "Submitting" : "Publishing"} ${info.name} ${version}`, async (signal) => {
    // From here on it is sent, and whether it was published is the registry's answer.
    if (signal.aborted) throw new Cancelled();
    const body = { version, first: !existing, scope, files, notes, guide, reason };
    await (asks ? client.submit(id, body, draft.message.trim()) : client.publish(id, body));
  });
  // What the registry has accepted becomes the working copy; a refusal leaves it as it was.
  for (const { path, text } of before.files) {
    const published = files.find((file) => file.path === path)?.text;
    if (published !== undefined && published !== text) await ui.replace(joinUri(info.uri, path), text, published);
  }
  language.registryChanged();
  context.refresh("registry", "connector");
  if (asks) {
    ui.notify(`${info.name} ${version} waits for a decision in ${client.entry.name}.`, {
      title: "Show Requests",
      run: () => ui.show("patchbay.requests"),
    });
    return;
  }
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
