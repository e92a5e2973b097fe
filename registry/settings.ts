/** Reads the settings of a registry: from the environment, from files that it names, and from a configuration file. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { parse, YAMLParseError } from "yaml";
import { nearest } from "../core/checklist/text.ts";
import { keyOf, type Setting, type SettingName, settings } from "./settings-table.ts";
import { StartError } from "./start-error.ts";

/** The text of each setting that was given, in whichever way. */
export type Settings = { readonly [Name in SettingName]?: string };

type Env = Readonly<Record<string, string | undefined>>;

const table: readonly Setting[] = settings;

/**
 * The settings that hold. The environment goes before the file; an empty value is as good as none. Throws a `StartError` that names the
 * setting and what it has to look like, and nothing of a secret.
 */
export function readSettings(env: Env, file: string | undefined): Settings {
  const written = file === undefined ? {} : readConfiguration(file);
  const read: Record<string, string> = {};
  for (const setting of table) {
    const value = readOne(setting, env, setting.name, process.cwd()) ?? fromFile(setting, written, file ?? "");
    if (value === undefined) continue;
    if (setting.pattern && !setting.pattern.test(value)) throw misfit(setting, value);
    read[setting.name] = value;
  }
  return read;
}

/** Names of the environment that look like settings and are none, each with a sentence: they may be meant for another program. */
export function strangeNames(env: Env): string[] {
  const known = new Set([...table.flatMap(({ name }) => [name, `${name}_FILE`]), ...foreign]);
  return Object.keys(env)
    .filter((name) => name.startsWith("PATCHBAY_") && !name.startsWith("PATCHBAY_TEST_") && !known.has(name))
    .sort()
    .map((name) => `${name} is no setting of the registry${meant(name, known)}, and was left alone.`);
}

/** What `--help` says of them. */
export function settingsHelp(): string {
  const lines = table.map(
    ({ name, words, form, otherwise }) => `  ${name}\n      ${words.replaceAll("`", "")}\n      ${form} (${otherwise})`,
  );
  return lines.join("\n");
}

/** Settings of editor, command line and tests. */
const foreign = [
  "PATCHBAY_CONFIG",
  "PATCHBAY_CONFIG_DIR",
  "PATCHBAY_TOKEN",
  "PATCHBAY_REGISTRY",
  "PATCHBAY_NODE",
  "PATCHBAY_HOST_DIR",
] as const;

function fromFile(setting: Setting, written: Readonly<Record<string, string>>, file: string): string | undefined {
  return readOne(setting, written, keyOf(setting.name), path.dirname(file));
}

/** A value as it is written, or for a secret what stands in the file that is named instead. */
function readOne(setting: Setting, values: Env, name: string, folder: string): string | undefined {
  const fileName = name === setting.name ? `${name}_FILE` : `${name}_file`;
  const value = values[name]?.trim() || undefined;
  const file = setting.secret ? values[fileName]?.trim() || undefined : undefined;
  if (file === undefined) return value;
  if (value !== undefined) throw new StartError(`${name} and ${fileName} are both set. Keep one of them.`);
  const text = readText(path.resolve(folder, file), fileName).trim();
  if (text === "") throw new StartError(`The file that ${fileName} names is empty. It has to hold ${setting.form}.`);
  return text;
}

function misfit({ name, form, secret }: Setting, value: string): StartError {
  return new StartError(`${name} has to be ${form}${secret ? "" : `, not ${JSON.stringify(value)}`}.`);
}

function readText(file: string, what: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "does not exist" : code === "EACCES" ? "may not be read" : `gives ${code}`;
    throw new StartError(`${what} names ${file}, which ${reason}.`);
  }
}

/** A configuration file, JSON or YAML, as texts by name. */
function readConfiguration(file: string): Record<string, string> {
  const text = readText(file, "--config");
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    // What stands in the line is left out: it may be a secret.
    const line = error.linePos?.[0].line;
    throw new StartError(
      `${file} is neither YAML nor JSON${line === undefined ? "" : `: see line ${line}`} (${error.code}).`,
    );
  }
  if (value === null || value === undefined) return {};
  if (typeof value !== "object" || Array.isArray(value))
    throw new StartError(`${file} has to hold names with values, like "public_url: https://registry.example.com".`);
  const known = table.flatMap(({ name, secret }) => (secret ? [keyOf(name), `${keyOf(name)}_file`] : [keyOf(name)]));
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      if (!known.includes(key))
        throw new StartError(`${file} has the setting ${JSON.stringify(key)}, which is none${meant(key, known)}.`);
      return [key, textOf(each, key, file)];
    }),
  );
}

/** Numbers, yes and no, and lists as the environment would have them. */
function textOf(value: unknown, key: string, file: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "1" : "0";
  if (value === null) return "";
  if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value.join(",");
  throw new StartError(`${key} in ${file} has to be a text, a number, true or false, or a list of texts.`);
}

function meant(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === undefined ? "" : `; perhaps ${near} is meant`;
}
