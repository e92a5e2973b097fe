import { createClient, type RegistryClient } from "../core/api/client.ts";
import type { WireContent } from "../core/api/types.ts";
import type { SourceInput } from "../core/syntax/source.ts";
import { type Io, UsageError } from "./command.ts";

export const defaultRegistry = "http://127.0.0.1:4870";

/** The registry that an option, else the environment names. */
export function registryUrl(given: string | undefined, io: Io): string {
  const text = given ?? io.env.PATCHBAY_REGISTRY ?? defaultRegistry;
  let url: URL | undefined;
  try {
    url = new URL(text);
  } catch {
    // Said below.
  }
  if (url?.protocol !== "http:" && url?.protocol !== "https:")
    throw new UsageError(`${text} is no address of a registry. Give one like ${defaultRegistry}.`);
  return text;
}

/** A client with the token of the environment; `purpose` begins the sentence for whoever has none. */
export function connectRegistry(baseUrl: string, io: Io, purpose: string): RegistryClient {
  const token = io.env.PATCHBAY_TOKEN?.trim();
  if (!token)
    throw new UsageError(
      `${purpose} needs a token in PATCHBAY_TOKEN. That of a local registry is in .patchbay/registry/admin-token.`,
    );
  return createClient({ baseUrl, token, fetch });
}

/** Files as the core reads them. */
export function inputsOf(files: readonly WireContent[]): SourceInput[] {
  return files.map(({ path, text, base64 }) =>
    text === undefined ? { path, text: "", bytes: Buffer.from(base64 ?? "", "base64") } : { path, text },
  );
}
