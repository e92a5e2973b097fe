import { randomUUID } from "node:crypto";
import { createClient, type RegistryClient } from "../core/api/client.ts";
import { type Credentials, keptTokens, signedFetch } from "../core/api/sign-in.ts";
import type { WireContent } from "../core/api/types.ts";
import type { SourceInput } from "../core/syntax/source.ts";
import { type Io, UsageError } from "./command.ts";
import { keepSignIn, readSignIns } from "./sign-ins.ts";

/** Whatever creates something is sent once more if its answer is lost, and happens once. */
const newKey = () => randomUUID();

export const defaultRegistry = "http://127.0.0.1:4870";

/** The registry that an option, else the environment, else the last sign-in names. */
export function registryUrl(given: string | undefined, io: Io): string {
  // A token of the environment belongs to a registry of the environment, and not to where one has signed in.
  const latest = io.env.PATCHBAY_TOKEN ? undefined : readSignIns(io).latest;
  const text = given ?? (io.env.PATCHBAY_REGISTRY || (latest ?? defaultRegistry));
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // Said below.
  }
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new UsageError(`${text} is no address of a registry. Give one like ${defaultRegistry}.`);
  return text.replace(/\/+$/, "");
}

/** A client with the token of the environment, or with what was kept of a sign-in; `purpose` begins the sentence for whoever has neither. */
export function connectRegistry(baseUrl: string, io: Io, purpose: string): RegistryClient {
  const token = io.env.PATCHBAY_TOKEN?.trim();
  if (token) return createClient({ baseUrl, token, fetch, newKey });
  if (!Object.hasOwn(readSignIns(io).registries, baseUrl))
    throw new UsageError(
      `${purpose} needs a sign-in: patchbay registry sign-in ${baseUrl}, or a token in PATCHBAY_TOKEN. That of a local registry is in .patchbay/registry/admin-token.`,
    );
  const store = {
    read: async () => readSignIns(io).registries[baseUrl],
    write: async (credentials: Credentials) => keepSignIn(io, baseUrl, credentials),
  };
  return createClient({
    baseUrl,
    newKey,
    fetch: signedFetch(fetch, keptTokens(store, { fetch, now: () => new Date() })),
  });
}

/** Files as the core reads them. */
export function inputsOf(files: readonly WireContent[]): SourceInput[] {
  return files.map(({ path, text, base64 }) =>
    text === undefined ? { path, text: "", bytes: Buffer.from(base64 ?? "", "base64") } : { path, text },
  );
}
