/** The registries of the settings, which one is active, and who is signed in where. */
import * as vscode from "vscode";
import { type Credentials, signInByCode } from "../../core/api/sign-in.ts";
import type { CredentialList } from "./credentials.ts";
import { Cancelled, NoRegistry, Sentence, Untrusted } from "./errors.ts";
import type { Person, RegistryEntry, Session } from "./ports.ts";
import { connectRegistry, limitedFetch } from "./registry.ts";
import { type AskToSignIn, type Environment, Signing } from "./signing.ts";

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

/** Makes the session of this window. Nothing is sent before something is asked of a registry. */
export function createSession(credentials: CredentialList, environment: Environment, ask: AskToSignIn): Session {
  const signing = new Signing(credentials, environment, limitedFetch, ask);
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
  /** The registry is asked whose token it is, so that one which does not count is not kept. */
  const keep = async (entry: RegistryEntry, signedIn: Credentials): Promise<Person> => {
    const person = await connectRegistry(entry, signedIn.token).whoami();
    await credentials.set(entry.url, { ...signedIn, account: `${person.name}@${person.enterprise}` });
    return person;
  };

  return {
    entries,
    active,
    async connect({ asks } = { asks: false }) {
      if (!vscode.workspace.isTrusted) throw new Untrusted();
      const entry = active();
      if (!entry) throw new NoRegistry();
      return connectRegistry(entry, undefined, signing.fetchFor(entry, { asks }));
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
    async signIn(entry, token) {
      if (!vscode.workspace.isTrusted) throw new Untrusted();
      return keep(entry, { token });
    },
    async signInByCode(entry, show, signal) {
      if (!vscode.workspace.isTrusted) throw new Untrusted();
      const world = { fetch: limitedFetch, now: () => new Date(), wait: waitUnless(signal), show };
      return keep(entry, await signInByCode(entry.url, vscode.env.appName, world));
    },
    async signOut(entry) {
      await credentials.delete(entry.url);
    },
    async signedIn(entry) {
      return (await signing.token(entry)) !== undefined;
    },
  };
}

/** Waits for seconds, and no longer than until somebody gives up. */
function waitUnless(signal: AbortSignal): (seconds: number) => Promise<void> {
  return (seconds) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Cancelled());
      const timer = setTimeout(() => {
        signal.removeEventListener("abort", stop);
        resolve();
      }, seconds * 1000);
      const stop = () => {
        clearTimeout(timer);
        reject(new Cancelled());
      };
      signal.addEventListener("abort", stop, { once: true });
    });
}
