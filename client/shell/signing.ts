/** How requests to a registry are signed: with what was kept, renewed where that is possible, asked for where it is not. */
import type { Fetch } from "../../core/api/client.ts";
import { keptTokens, signedFetch, type TokenSource } from "../../core/api/sign-in.ts";
import type { CredentialList } from "./credentials.ts";
import type { RegistryEntry } from "./ports.ts";

/** A registry that the process was started with, as the command line takes it too. */
export interface Environment {
  url: string | undefined;
  token: string | undefined;
}

/** Asks the person to sign in, because they are not or are not any more. Throws where they closed the question. */
export type AskToSignIn = (entry: RegistryEntry, hasEnded: boolean) => Promise<void>;

export class Signing {
  readonly #credentials: CredentialList;
  readonly #environment: Environment;
  readonly #fetch: Fetch;
  readonly #ask: AskToSignIn;
  readonly #sources = new Map<string, TokenSource>();
  readonly #asking = new Map<string, Promise<void>>();

  constructor(credentials: CredentialList, environment: Environment, fetch: Fetch, ask: AskToSignIn) {
    this.#credentials = credentials;
    this.#environment = environment;
    this.#fetch = fetch;
    this.#ask = ask;
  }

  /** The token that a request to a registry carries, as it is now. */
  async token({ url }: RegistryEntry): Promise<string | undefined> {
    const kept = await this.#kept(url).token();
    return kept ?? (this.#environment.url === url ? this.#environment.token : undefined);
  }

  /** A `fetch` for one registry. With `asks` somebody is there who can sign in, and is asked at most once. */
  fetchFor(entry: RegistryEntry, { asks }: { asks: boolean }): Fetch {
    let answer: Promise<void> | undefined;
    return signedFetch(this.#fetch, {
      token: () => this.token(entry),
      renew: async (refused) => {
        const fresh = await this.#kept(entry.url).renew(refused);
        if (fresh !== undefined || !asks) return fresh;
        answer ??= this.#askOnce(entry, refused !== undefined);
        await answer;
        return this.token(entry);
      },
    });
  }

  #kept(url: string): TokenSource {
    const known = this.#sources.get(url);
    if (known) return known;
    const store = {
      read: () => this.#credentials.get(url),
      write: (fresh: Parameters<CredentialList["renewed"]>[1]) => this.#credentials.renewed(url, fresh),
    };
    const source = keptTokens(store, { fetch: this.#fetch, now: () => new Date() });
    this.#sources.set(url, source);
    return source;
  }

  /** Requests that find out at the same time ask together. */
  #askOnce(entry: RegistryEntry, hasEnded: boolean): Promise<void> {
    const asking =
      this.#asking.get(entry.url) ??
      this.#ask(entry, hasEnded).finally(() => {
        this.#asking.delete(entry.url);
      });
    this.#asking.set(entry.url, asking);
    return asking;
  }
}
