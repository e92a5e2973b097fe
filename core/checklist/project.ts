import type { Connector } from "../model/connector.ts";
import { dirName, joinPath } from "../model/files.ts";
import { Item } from "../syntax/item.ts";
import type { SourceFile } from "../syntax/source.ts";
import type { Profile, Severity } from "./types.ts";

/** A decision to live with a finding. */
export interface Waiver {
  readonly rule: string;
  /** File and pointer, for example `apiDefinition.swagger.json#/host`; the file is relative to the folder of the settings. */
  readonly at: string;
  /** Hash of what stood there when it was decided; empty where it is not given, and then nothing is waived. */
  readonly value: string;
  readonly reason: string;
  readonly author: string;
  /** Last day on which it counts, as YYYY-MM-DD; empty where it has no end. */
  readonly expires: string;
  readonly item: Item;
  /** Folder of the settings, as in the paths of files. */
  readonly folder: string;
}

/** What the settings beside and above a connector say: `.patchbay.yaml`, the nearest first. */
export interface Project {
  readonly profile: Profile | undefined;
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly waivers: readonly Waiver[];
  /** What people have attested that no file can show, by its id. */
  readonly attested: ReadonlyMap<string, { readonly by: string; readonly on: string }>;
  /**
   * What changes are compared with: `published`, `all`, `in-use`, a revision such as `git:main`, or the path of a file or folder,
   * beginning as the paths of the connector's files do. Empty where nothing is said.
   */
  readonly baseline: string;
  /** Whether only findings count that the baseline does not have. */
  readonly onlyNew: boolean;
}

const PROFILES: readonly string[] = ["custom", "certified", "independent"];
const SEVERITIES: readonly string[] = ["error", "warning", "info", "hint", "off"];

/** The settings that apply to a connector, each from the nearest file that gives it; waivers of all of them. */
export function projectOf({ files }: Connector): Project {
  const settings = files
    .filter(({ role, tree }) => role === "project" && tree)
    .sort((a, b) => dirName(b.path).length - dirName(a.path).length);
  const roots = settings.map((file) => Item.root(file));
  const first = <T>(read: (root: Item) => T | undefined): T | undefined => {
    for (const root of roots) {
      const value = read(root);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  const severities = new Map<string, Severity | "off">();
  for (const root of roots)
    for (const entry of root.get("rules").children()) {
      // In YAML 1.2 off is a word; in many heads it is false.
      const value = entry.boolean === false ? "off" : entry.string;
      if (value !== undefined && SEVERITIES.includes(value) && !severities.has(entry.key))
        severities.set(entry.key, value as Severity | "off");
    }
  const profile = first((root) => root.get("profile").string);
  return {
    profile: PROFILES.includes(profile ?? "") ? (profile as Profile) : undefined,
    severities,
    waivers: settings.flatMap(waiversOf),
    attested: new Map(
      [...roots].reverse().flatMap((root) =>
        root
          .get("attested")
          .children()
          .filter((item) => item.get("by").written.trim())
          .map((item) => [item.key, { by: item.get("by").written.trim(), on: item.get("on").written }] as const),
      ),
    ),
    baseline: first((root) => baselineOf(root)) ?? "",
    onlyNew: first((root) => root.get("only_new").boolean) ?? false,
  };
}

/** Paths are relative to the folder of the settings. */
function baselineOf(root: Item): string | undefined {
  const given = root.get("baseline").string;
  if (given === undefined || /^(?:published|all|in-use|git:.*)?$/.test(given)) return given;
  return given.startsWith("/") ? given : joinPath(dirName(root.file.path), given);
}

function waiversOf(file: SourceFile): Waiver[] {
  const folder = dirName(file.path);
  return Item.root(file)
    .get("waivers")
    .children()
    .filter((item) => item.isObject)
    .map((item) => {
      const text = (key: string): string => item.get(key).written;
      return {
        rule: text("rule"),
        at: text("at"),
        value: text("value"),
        reason: text("reason").trim(),
        author: text("author").trim(),
        expires: text("expires"),
        item,
        folder,
      };
    });
}

/** Whether two readings of the settings lead to the same check. */
export function sameProject(one: Project, other: Project): boolean {
  return (
    one.profile === other.profile &&
    one.baseline === other.baseline &&
    one.onlyNew === other.onlyNew &&
    one.severities.size === other.severities.size &&
    [...one.severities].every(([rule, severity]) => other.severities.get(rule) === severity) &&
    one.attested.size === other.attested.size &&
    [...one.attested].every(
      ([id, { by, on }]) => other.attested.get(id)?.by === by && other.attested.get(id)?.on === on,
    ) &&
    one.waivers.length === other.waivers.length &&
    one.waivers.every((waiver, i) => sameWaiver(waiver, other.waivers[i] as Waiver))
  );
}

function sameWaiver(one: Waiver, other: Waiver): boolean {
  return (
    one.item.node === other.item.node &&
    (["rule", "at", "value", "reason", "author", "expires"] as const).every((key) => one[key] === other[key])
  );
}
