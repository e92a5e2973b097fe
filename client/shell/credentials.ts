/** The sign-ins of this person, one for each registry, in VS Code's secret storage. */
import type { Credentials } from "../../core/api/sign-in.ts";

/** The part of VS Code's secret storage that is needed. */
export interface Secrets {
  get(key: string): Thenable<string | undefined>;
  store(key: string, value: string): Thenable<void>;
  delete(key: string): Thenable<void>;
  onDidChange(listener: (event: { key: string }) => unknown): { dispose(): void };
}

export interface KeptSignIn extends Credentials {
  /** Who it is: `ada@harbour`; empty where an earlier version did not keep that. */
  account: string;
}

const key = "patchbay.signIns";
/** Earlier versions kept each token under a name of its own. */
const formerKey = (url: string) => `patchbay.token:${url}`;

type All = Readonly<Record<string, KeptSignIn>>;

export class CredentialList {
  readonly #secrets: Secrets;
  /** Changes follow each other, so that none is lost. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** Sign-ins by the addresses of their registries. */
  async all(): Promise<All> {
    const text = await this.#secrets.get(key);
    try {
      return text === undefined ? {} : (JSON.parse(text) as All);
    } catch {
      // What cannot be read signs nobody in; the next sign-in replaces it.
      return {};
    }
  }

  async get(url: string): Promise<KeptSignIn | undefined> {
    const all = await this.all();
    if (Object.hasOwn(all, url)) return all[url];
    const token = await this.#secrets.get(formerKey(url));
    return token === undefined ? undefined : { token, account: "" };
  }

  async set(url: string, kept: KeptSignIn): Promise<void> {
    await this.#change((all) => ({ ...all, [url]: kept }));
    await this.#secrets.delete(formerKey(url));
  }

  /** Takes over what a renewal gave. A sign-in that was ended in the meantime stays ended. */
  async renewed(url: string, credentials: Credentials): Promise<void> {
    await this.#change((all) => {
      const before = Object.hasOwn(all, url) ? all[url] : undefined;
      return before ? { ...all, [url]: { account: before.account, ...credentials } } : all;
    });
  }

  async delete(url: string): Promise<void> {
    await this.#change(({ [url]: _, ...others }) => others);
    await this.#secrets.delete(formerKey(url));
  }

  /** Hears of sign-ins and sign-outs, those of other windows included. */
  onDidChange(listener: () => void): { dispose(): void } {
    return this.#secrets.onDidChange((event) => event.key === key && listener());
  }

  #change(change: (all: All) => All): Promise<void> {
    const work = this.#last.then(async () => {
      const before = await this.all();
      const after = change(before);
      if (after !== before) await this.#secrets.store(key, JSON.stringify(after));
    });
    this.#last = work.catch(() => {});
    return work;
  }
}
