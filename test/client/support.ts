/** Stand-ins at the edge: a language server, a registry and a person, all of plain objects. */

import { Cancelled } from "../../client/shell/errors.ts";
import {
  Back,
  type CatalogueEntry,
  type Choice,
  type Context,
  type DraftSummary,
  type Person,
  type PromptOptions,
  type PublishPolicy,
  type RegistryClient,
  type RegistryEntry,
  type Requests,
  type ReviewDetail,
  type Ui,
  type Usage,
  type VersionEntry,
} from "../../client/shell/ports.ts";
import { Store } from "../../client/shell/store.ts";
import type { ConnectorInfo, WireChange, WireFinding } from "../../core/api/language.ts";

export const uri = "file:///connectors/tides.connector.yaml";
const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 6 } };

export const finding = (over: Partial<WireFinding> = {}): WireFinding => ({
  rule: "operation-response-schema",
  section: "operations",
  severity: "error",
  message: "Operation get_tides has no response schema.",
  uri,
  range,
  url: "",
  ...over,
});

export const change = (over: Partial<WireChange> = {}): WireChange => ({
  id: "parameter-added-optional",
  bump: "minor",
  severity: "info",
  entity: "parameter unit of get_tides",
  message: "Parameter unit of get_tides was added and is optional.",
  operation: "get_tides",
  uri,
  range,
  ...over,
});

export const info = (over: Partial<ConnectorInfo> = {}): ConnectorInfo => ({
  uri,
  name: "Tide Tables",
  slug: "tide-tables",
  family: "definition",
  profile: "custom",
  version: "1.0.0",
  semver: "1.0.0",
  operations: 1,
  sections: [
    { section: "overview", title: "Overview", total: 6, passed: 6 },
    { section: "operations", title: "Operations", total: 9, passed: 8 },
  ],
  findings: [],
  attestations: [],
  next: "1.0.0",
  ...over,
});

/** The working copy compared with a published 1.4.0. */
export const compared = (bump: WireChange["bump"], next: string, changes: WireChange[], enterprises = 0) =>
  info({
    next,
    verdict: {
      baseline: "1.4.0",
      latest: "1.4.0",
      others: 0,
      baseline_state: "published",
      published_at: "2026-01-01T00:00:00Z",
      enterprises,
      bump,
      next,
      changes,
    },
  });

export const entry = (over: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: "harbour/tide-tables",
  namespace: "harbour",
  slug: "tide-tables",
  name: "Tide Tables",
  description: "High and low water.",
  scope: "enterprise",
  state: "published",
  latest: "1.4.0",
  family: "definition",
  type: "General",
  auth: "none",
  ...over,
});

const noUsage: Usage = {
  example: false,
  enterprises: 0,
  connections: 0,
  orchestrations: 0,
  calls7: 0,
  calls30: 0,
  daily: [],
  versions: [],
  operations: [],
};

export interface World {
  connectors?: ConnectorInfo[];
  published?: CatalogueEntry[];
  versions?: VersionEntry[];
  usage?: Partial<Usage>;
  person?: Partial<Person>;
  policy?: Partial<PublishPolicy>;
  requests?: Partial<Requests>;
  /** The requests in detail. */
  reviews?: ReviewDetail[];
  drafts?: DraftSummary[];
  registries?: RegistryEntry[];
  /** What happens when something is sent. */
  refuse?: Error;
}

/** What the person does at each prompt: a label, a text, or going back or away. */
export type Answer = string | typeof back | typeof away;
export const back = Symbol("back");
export const away = Symbol("away");

export interface Stage {
  context: Context;
  /** Everything that was asked, said, sent and opened, in order. */
  log: string[];
  sent: { method: string; args: unknown[] }[];
  /** Choices of the last pick. */
  offered: Choice<unknown>[];
}

/** Sets the stage: a world, and the answers in the order in which they will be given. */
export function stage(world: World = {}, answers: Answer[] = []): Stage {
  const log: string[] = [];
  const sent: Stage["sent"] = [];
  const result: Stage = { context: undefined as never, log, sent, offered: [] };
  const { connectors = [], published = [], versions = [] } = world;
  const person: Person = {
    name: "ada",
    roles: ["enterprise_admin"],
    namespace: "harbour",
    enterprise: "harbour",
    ...world.person,
  };
  const registries = world.registries ?? [{ name: "Harbour", url: "https://registry.example.com" }];
  let active = registries[0];

  const next = (prompt: string): string => {
    log.push(prompt);
    if (answers.length === 0) throw new Error(`Nobody answers: ${prompt}\n${log.join("\n")}`);
    const answer = answers.shift()!;
    if (answer === back) throw new Back();
    if (answer === away) throw new Cancelled();
    return answer as string;
  };
  const send =
    (method: string) =>
    async (...args: unknown[]) => {
      if (world.refuse) throw world.refuse;
      sent.push({ method, args });
    };
  const client: RegistryClient = {
    entry: active ?? { name: "none", url: "" },
    whoami: async () => person,
    list: async () => published,
    find: async (id) => published.find((one) => one.id === id),
    versions: async () => versions,
    files: async () => [{ path: "tides.connector.yaml", text: "format_version: 1\n" }],
    usage: async () => ({ ...noUsage, ...world.usage }),
    affected: async () => ({
      enterprises: 2,
      active_connections: 5,
      orchestrations: 7,
      by_operation: [],
      example_data: false,
    }),
    publish: send("publish"),
    deprecate: send("deprecate"),
    unpublish: send("unpublish"),
    promote: send("promote"),
    undeprecate: send("undeprecate"),
    policy: async () => ({
      creatorsMayPublish: false,
      sdkEnabled: true,
      reviewRequired: { enterprise: false, global: false },
      ...world.policy,
    }),
    submit: send("submit"),
    requestPromotion: send("requestPromotion"),
    requests: async () => ({ waiting: [], sent: [], decided: [], ...world.requests }),
    request: async (id) => world.reviews!.find((one) => one.id === id)!,
    requestFiles: async () => [],
    decide: send("decide"),
    withdraw: send("withdraw"),
    drafts: async () => world.drafts ?? [],
    draftFiles: async () => [
      { path: "icon.svg", text: "<svg/>" },
      { path: "tides.connector.yaml", text: "format_version: 1\n" },
    ],
    saveDraft: send("saveDraft"),
    deleteDraft: send("deleteDraft"),
  };
  const pick = async <T>(options: PromptOptions, choices: readonly Choice<T>[]): Promise<T> => {
    result.offered = [...choices];
    const wanted = next(`pick ${options.title}: ${options.placeholder ?? ""}`);
    const chosen = choices.find(({ label }) => label === wanted);
    if (!chosen) throw new Error(`${wanted} is not among: ${choices.map(({ label }) => label).join(", ")}`);
    if (chosen.disabled) throw new Error(`${wanted} cannot be chosen: ${chosen.disabled}`);
    return chosen.value;
  };
  const ui: Ui = {
    pick,
    async input(options) {
      const value = next(`input ${options.title}: ${options.prompt ?? ""}`);
      const problem = options.validate?.(value);
      if (problem) throw new Error(problem);
      return value;
    },
    async edit({ name, text }) {
      log.push(`text ${text}`);
      const answer = next(`edit ${name}`);
      return answer === "as it is" ? text : answer;
    },
    clipboard: async () => next("clipboard"),
    mark: (entries) => void log.push(`mark ${entries.map(({ message }) => message).join(", ")}`),
    notify: (text) => void log.push(`say ${text}`),
    confirm: async (text) => next(`confirm ${text}`) === "yes",
    browse: async (address) => void log.push(`browse ${address}`),
    progress: async (title, work) => {
      log.push(`progress ${title}`);
      return work(new AbortController().signal);
    },
    open: async (target, place) => void log.push(`open ${target}${place ? `:${place.start.line + 1}` : ""}`),
    openPublished: async (id, version, path) => void log.push(`open ${id}@${version}/${path}`),
    compare: async (id, version, path, target) => void log.push(`compare ${id}@${version}/${path} ${target}`),
    openRequest: async (path, place) => void log.push(`open ${path}${place ? `:${place.start.line + 1}` : ""}`),
    compareRequest: async (id, version, path, review, place) =>
      void log.push(`compare ${id}@${version}/${path} ${review}${place ? `:${place.start.line + 1}` : ""}`),
    show: async (view) => void log.push(`show ${view}`),
    copy: async (text) => void log.push(`copy ${text}`),
    run: async (command, ...rest) => void log.push(`run ${[command, ...rest].map(String).join(" ")}`),
    folder: async () => "file:///work",
    exists: async (_, path) => path === "taken.connector.yaml",
    write: async (folder, files) => {
      log.push(`write ${files.map(({ path }) => path).join(" ")}`);
      return `${folder}/${files[0]!.path}`;
    },
    replace: async (target) => {
      log.push(`replace ${target}`);
      return true;
    },
  };
  const store = new Store();
  store.active = connectors[0];
  result.context = {
    language: {
      connectors: async () => connectors,
      connector: async (target) => connectors.find((one) => one.uri === target) ?? null,
      package: async (target, release) => ({
        uri: target,
        slug: "tide-tables",
        name: "Tide Tables",
        family: "definition",
        files: [{ path: "tides.connector.yaml", text: `version: ${release?.version ?? "1.0.0"}\n` }],
      }),
      releaseNotes: async () => "- Drafted from the changes.\n",
      migrationGuide: async (_, version, usage) =>
        `# To ${version}\n\n${usage?.orchestrations ?? "Unknown"} orchestrations\n\n## get_tides\n\nIt is gone.\n`,
      fix: async () => false,
      waive: async (params) => {
        sent.push({ method: "waive", args: [params] });
        return params.rule === "gone" ? undefined : "file:///connectors/.patchbay.yaml";
      },
      explainLog: async (_target, text) =>
        text
          .split("\n")
          .filter((line) => line.startsWith("##[error]"))
          .map((line) => ({
            severity: "error",
            message: line.slice(9),
            ...(line.includes("somewhere") ? {} : { uri, range }),
            rule: line.includes("somewhere") ? "" : "op-desc-required",
            url: "",
            todo: line.includes("somewhere") ? "Look elsewhere." : "Describe it.",
            found: !line.includes("mended"),
          })),
      registryChanged: () => void log.push("registry changed"),
    },
    registry: {
      entries: () => registries,
      active: () => active,
      connect: async () => client,
      add: async (one) => {
        log.push(`add ${one.name} ${one.url}`);
        active = one;
      },
      choose: async (name) => void log.push(`choose ${name}`),
      signIn: async (one, token) => {
        if (world.refuse) throw world.refuse;
        log.push(`sign in ${one.name} ${token}`);
        return person;
      },
      signInByCode: async (one, show) => {
        if (world.refuse) throw world.refuse;
        show({ code: "BCDF-GHJK", address: `${one.url}/device`, completeAddress: `${one.url}/device?code=BCDF-GHJK` });
        log.push(`sign in ${one.name} by code`);
        return person;
      },
      signOut: async (one) => void log.push(`sign out ${one.name}`),
      signedIn: async () => true,
    },
    ui,
    store,
    local: undefined,
    refresh: (...topics) => void log.push(`refresh ${topics.join(" ")}`),
    now: () => new Date("2026-03-01T12:00:00Z"),
  };
  return result;
}
