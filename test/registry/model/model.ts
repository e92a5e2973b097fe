/**
 * What a registry should do, written down a second time and as simply as it can be: one connector in memory, every command by every
 * role, and the outcome of each, without a look at the code of the registry.
 */

export const people = {
  viewer: { enterprise: "acme", roles: ["viewer"] },
  creator: { enterprise: "acme", roles: ["creator"] },
  admin: { enterprise: "acme", roles: ["enterprise_admin"] },
  other_admin: { enterprise: "acme", roles: ["enterprise_admin"] },
  platform: { enterprise: "platform", roles: ["platform_admin"] },
  stranger: { enterprise: "globex", roles: ["enterprise_admin"] },
} as const;
export type Person = keyof typeof people;

export type Command =
  | {
      do: "publish";
      who: Person;
      how: "patch" | "minor" | "major" | "too-small" | "skip" | "same" | "other-bytes";
      dry: boolean;
    }
  | { do: "deprecate"; who: Person; days: number }
  | { do: "undeprecate"; who: Person }
  | { do: "unpublish"; who: Person; force: boolean }
  | { do: "promote"; who: Person }
  | { do: "request"; who: Person; kind: "publication" | "promotion" }
  | { do: "decide"; who: Person; approve: boolean }
  | { do: "withdraw"; who: Person }
  | { do: "draft"; who: Person; remove: boolean }
  | { do: "connect"; enterprise: "acme" | "globex" | "initech"; active: boolean }
  | { do: "tick"; days: number };

export interface Version {
  readonly number: string;
  readonly text: string;
}
interface Review {
  readonly kind: "publication" | "promotion";
  readonly by: Person;
  readonly version: Version;
  readonly latest: string | undefined;
  /** What it would be published for. */
  readonly scope: "enterprise" | "global";
  /** What it says, without its number. */
  readonly fields: number;
  readonly words: number;
}

/** Everything that is known of the connector. */
export interface Model {
  /** Days since the start. */
  day: number;
  state: "none" | "published" | "deprecated" | "unpublished";
  scope: "enterprise" | "global";
  /** Whose name the first version bears. */
  creator: Person | undefined;
  versions: Version[];
  /** How many fields and which words the latest version has. */
  fields: number;
  words: number;
  sunset: number | undefined;
  notice: number | undefined;
  connections: Map<string, boolean>;
  review: Review | undefined;
  drafts: Set<Person>;
  /** Actions of the audit log. */
  audit: string[];
}

export function emptyModel(): Model {
  return {
    day: 0,
    state: "none",
    scope: "enterprise",
    creator: undefined,
    versions: [],
    fields: 3,
    words: 0,
    sunset: undefined,
    notice: undefined,
    connections: new Map(),
    review: undefined,
    drafts: new Set(),
    audit: [],
  };
}

const isOwn = (who: Person) => people[who].enterprise === "acme";
const isPlatform = (who: Person) => who === "platform";
const isAdmin = (who: Person) => who === "admin" || who === "other_admin";

/** Whether somebody sees the connector at all. */
function sees(model: Model, who: Person): boolean {
  if (model.state === "none") return isOwn(who) || isPlatform(who);
  if (isPlatform(who)) return true;
  if (model.state === "unpublished") {
    if (isAdmin(who)) return true;
    // Administrators publish; a creator has made it where it was published on their request.
    if (who === "creator" && model.creator === who) return true;
    return (who === "viewer" || who === "creator") && model.connections.get("acme") === true;
  }
  return isOwn(who) || model.scope === "global";
}
export type Outcome = "done" | "nothing" | string;

/** The next version as a command means it; its text is made by the test. */
export interface Intent {
  readonly number: string;
  readonly fields: number;
  readonly words: number;
}

function parts(number: string): [number, number, number] {
  return number.split(".").map(Number) as [number, number, number];
}

/** What a publication would be: its number and its content. */
export function intentOf(model: Model, how: Extract<Command, { do: "publish" }>["how"]): Intent {
  const latest = model.versions.at(-1)?.number;
  const { fields, words } = model;
  if (latest === undefined) return { number: how === "skip" ? "1.0.1" : "1.0.0", fields, words: words + 1 };
  const [major, minor, patch] = parts(latest);
  switch (how) {
    case "patch":
      return { number: `${major}.${minor}.${patch + 1}`, fields, words: words + 1 };
    case "minor":
      return { number: `${major}.${minor + 1}.0`, fields: fields + 1, words };
    case "major":
      return { number: `${major + 1}.0.0`, fields: fields > 1 ? fields - 1 : fields, words: words + 1 };
    case "too-small":
      return { number: `${major}.${minor}.${patch + 1}`, fields: fields + 1, words };
    case "skip":
      return { number: `${major}.${minor}.${patch + 2}`, fields, words: words + 1 };
    case "same":
      return { number: latest, fields, words };
    case "other-bytes":
      return { number: latest, fields, words: words + 1 };
  }
}

/** Whether a number and a content can follow what is published. */
function gate(model: Model, how: Extract<Command, { do: "publish" }>["how"]): Outcome {
  if (model.versions.length === 0) return how === "skip" ? "semver-gate" : "done";
  if (how === "same") return "nothing";
  if (how === "other-bytes") return "version-exists";
  if (how === "too-small" || how === "skip") return "semver-gate";
  if (model.state === "deprecated" && how !== "patch") return "invalid-state";
  return "done";
}

/** What a command comes to, and the model afterwards. `text` gives the bytes of a version. */
export function step(model: Model, command: Command, text: (intent: Intent) => string): Outcome {
  switch (command.do) {
    case "tick":
      model.day += command.days;
      return "done";
    case "connect":
      return connect(model, command);
    case "draft":
      return draft(model, command);
    case "publish":
      return publish(model, command, text);
    case "request":
      return request(model, command, text);
    case "decide":
    case "withdraw":
      return end(model, command);
    default:
      return lifecycle(model, command);
  }
}

function connect(model: Model, { enterprise, active }: Extract<Command, { do: "connect" }>): Outcome {
  if (model.state === "none") return "not-found";
  if (model.state === "unpublished" && !model.connections.has(enterprise)) return "connector-unpublished";
  model.connections.set(enterprise, active);
  return "done";
}

function draft(model: Model, { who, remove }: Extract<Command, { do: "draft" }>): Outcome {
  if (!sees(model, who)) return "not-found";
  if (!isOwn(who) || who === "viewer") return "forbidden";
  // Whoever names what they have seen learns that it is gone.
  if (remove) return model.drafts.delete(who) ? "done" : "precondition-failed";
  model.drafts.add(who);
  return "done";
}

function publish(
  model: Model,
  { who, how, dry }: Extract<Command, { do: "publish" }>,
  text: (intent: Intent) => string,
): Outcome {
  if (!sees(model, who)) return "not-found";
  const allowed = dry
    ? who !== "viewer"
    : isPlatform(who) || (isAdmin(who) && (model.state === "none" || model.scope === "enterprise"));
  if (!allowed) return "forbidden";
  const outcome = gate(model, how);
  if (outcome !== "done" || dry) return outcome === "done" ? "nothing" : outcome;
  release(model, intentOf(model, how), text, who);
  return "done";
}

function release(model: Model, intent: Intent, text: (intent: Intent) => string, who: Person): void {
  if (model.state === "none") model.creator = who;
  model.versions.push({ number: intent.number, text: text(intent) });
  model.fields = intent.fields;
  model.words = intent.words;
  if (model.state !== "deprecated") model.state = "published";
  model.audit.push("version.published");
}

function request(
  model: Model,
  { who, kind }: Extract<Command, { do: "request" }>,
  text: (intent: Intent) => string,
): Outcome {
  if (!sees(model, who)) return "not-found";
  if (kind === "promotion") {
    if (!isAdmin(who)) return "forbidden";
    if (model.state !== "published" || model.scope === "global") return "invalid-state";
  } else {
    const allowed =
      model.scope === "global" && model.state !== "none" ? isAdmin(who) : isAdmin(who) || who === "creator";
    if (!allowed) return "forbidden";
  }
  const intent = intentOf(model, "patch");
  const latest = model.versions.at(-1);
  const version = kind === "promotion" ? latest! : { number: intent.number, text: text(intent) };
  const scope = kind === "promotion" ? "global" : model.scope;
  const { review } = model;
  if (review) {
    const same =
      review.by === who &&
      review.kind === kind &&
      review.scope === scope &&
      review.version.text === version.text &&
      review.version.number === version.number;
    return same ? "nothing" : "review-pending";
  }
  model.review = { kind, by: who, version, latest: latest?.number, scope, fields: intent.fields, words: intent.words };
  model.audit.push("review.requested");
  return "done";
}

function end(model: Model, command: Extract<Command, { do: "decide" | "withdraw" }>): Outcome {
  const { review } = model;
  const { who } = command;
  if (!review) return "nothing";
  if (!(isAdmin(who) || isPlatform(who) || (who === "creator" && review.by === who))) return "not-found";
  if (command.do === "withdraw") {
    if (isPlatform(who)) return "forbidden";
    model.review = undefined;
    model.audit.push("review.withdrawn");
    return "done";
  }
  const global = review.scope === "global";
  if (review.by === who) return "forbidden";
  if (global ? !isPlatform(who) : !(isAdmin(who) || isPlatform(who))) return "forbidden";
  if (!command.approve) {
    model.review = undefined;
    model.audit.push("review.decided");
    return "done";
  }
  return approve(model, review);
}

function approve(model: Model, review: Review): Outcome {
  const latest = model.versions.at(-1)?.number;
  if (review.kind === "promotion") {
    if (latest !== review.version.number) return "invalid-state";
    if (model.state !== "published" || model.scope === "global") return "invalid-state";
    model.scope = "global";
    model.audit.push("connector.promoted");
  } else {
    // Where something was published since, the number is taken, or does not follow any more; the scope may be another one, too.
    if (model.versions.some(({ number }) => number === review.version.number)) return "version-exists";
    if (review.scope !== model.scope) return "invalid-state";
    const isNew = review.fields !== model.fields || review.words !== model.words;
    if (latest !== review.latest) return isNew || model.state === "unpublished" ? "semver-gate" : "no-change";
    if (model.state === "none") model.creator = review.by;
    model.versions.push(review.version);
    model.fields = review.fields;
    model.words = review.words;
    if (model.state !== "deprecated") model.state = "published";
    model.audit.push("version.published");
  }
  model.review = undefined;
  model.audit.push("review.decided");
  return "done";
}
function lifecycle(
  model: Model,
  command: Extract<Command, { do: "deprecate" | "undeprecate" | "unpublish" | "promote" }>,
): Outcome {
  const { who } = command;
  if (model.state === "none") return "not-found";
  if (!sees(model, who)) return "not-found";
  const allowed = isPlatform(who) || (command.do !== "promote" && isAdmin(who) && model.scope === "enterprise");
  if (!allowed) return "forbidden";
  const { state } = model;
  switch (command.do) {
    case "promote":
      if (state !== "published" || model.scope === "global") return "invalid-state";
      model.scope = "global";
      model.audit.push("connector.promoted");
      return "done";
    case "deprecate": {
      const sunset = model.day + command.days;
      if (state === "deprecated") {
        if (sunset < model.sunset!) return "sunset-not-earlier";
      } else if (state !== "published") return "invalid-state";
      else if (command.days < 30) return "sunset-too-early";
      if (state === "published") model.notice = model.day;
      model.state = "deprecated";
      model.sunset = sunset;
      model.audit.push("connector.deprecated");
      return "done";
    }
    case "undeprecate":
      if (state !== "deprecated") return "invalid-state";
      model.state = "published";
      model.sunset = undefined;
      model.notice = undefined;
      model.audit.push("connector.undeprecated");
      return "done";
    case "unpublish": {
      if (command.force && !isPlatform(who)) return "forbidden";
      if (state === "unpublished") return "invalid-state";
      const used = [...model.connections.values()].some(Boolean);
      const noticed = state === "deprecated" && model.day >= Math.max(model.sunset!, model.notice! + 30);
      if (used && !noticed && !command.force) return "grace-period";
      model.state = "unpublished";
      model.sunset = undefined;
      model.notice = undefined;
      model.audit.push("connector.unpublished");
      return "done";
    }
  }
}
