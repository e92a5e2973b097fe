/** The registries of the settings, which one is active, and their tokens in VS Code's secret storage. */
import * as vscode from "vscode";
import { NoRegistry, Sentence, Untrusted } from "./errors.ts";
import type { Person, RegistryClient, RegistryEntry, Session } from "./ports.ts";

export type Connect = (entry: RegistryEntry, token: string | undefined) => RegistryClient;

/** A registry that the process was started with, as the command line takes it too. */
export interface Environment {
  url: string | undefined;
  token: string | undefined;
}

const secretKey = (url: string) => `patchbay.token:${url}`;

function settings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration("patchbay");
}

/** Writes where a value stands already, so that a workspace's own list is not shadowed; new ones belong to the user. */
async function write(key: string, value: unknown): Promise<void> {
  const inspected = settings().inspect(key);
  const target =
    inspected?.workspaceValue !== undefined ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await settings().update(key, value, target);
}

/** Makes the session of this window. */
export function createSession(secrets: vscode.SecretStorage, connect: Connect, environment: Environment): Session {
  const entries = (): RegistryEntry[] => {
    const listed = settings().get<unknown>("registries");
    const found = (Array.isArray(listed) ? listed : [])
      .filter((one): one is RegistryEntry => typeof one?.name === "string" && typeof one?.url === "string")
      .map((one) => ({ ...one, url: one.url.replace(/\/+$/, "") }));
    const { url } = environment;
    if (url && !found.some((one) => one.url === url)) found.push({ name: "Environment", url });
    return found;
  };
  const active = () => {
    const wanted = settings().get<string>("registry");
    const all = entries();
    return all.find(({ name }) => name === wanted) ?? all[0];
  };
  const token = async ({ url }: RegistryEntry) =>
    (await secrets.get(secretKey(url))) ?? (environment.url === url ? environment.token : undefined);

  return {
    entries,
    active,
    async connect() {
      if (!vscode.workspace.isTrusted) throw new Untrusted();
      const entry = active();
      if (!entry) throw new NoRegistry();
      return connect(entry, await token(entry));
    },
    async add(entry) {
      const rest = entries().filter(({ name, url }) => name !== entry.name && url !== entry.url);
      await write("registries", [...rest, entry]);
      await write("registry", entry.name);
    },
    async choose(name) {
      if (!entries().some((entry) => entry.name === name)) throw new Sentence(`There is no registry named ${name}.`);
      await write("registry", name);
    },
    async signIn(entry, token): Promise<Person> {
      if (!vscode.workspace.isTrusted) throw new Untrusted();
      const person = await connect(entry, token).whoami();
      await secrets.store(secretKey(entry.url), token);
      return person;
    },
    async signOut(entry) {
      await secrets.delete(secretKey(entry.url));
    },
    async signedIn(entry) {
      return (await token(entry)) !== undefined;
    },
  };
}
