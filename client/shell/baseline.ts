/** The versions that the working copy is compared with, as the language server wants them; asked for once and remembered. */
import type { BaselineResult, PublishedBaseline, WireFile } from "../../core/api/language.ts";
import { RegistryError } from "../../core/api/problems.ts";
import type { RegistryClient, Session } from "./ports.ts";
import { registryId } from "./targets.ts";

export interface BaselineCache {
  get(slug: string, which: PublishedBaseline): Promise<BaselineResult | null>;
  /** Forget all answers. */
  clear(): void;
}

/** Where answers are kept for days on which a registry does not answer. A name is any text. */
export interface Kept {
  read(name: string): Promise<string | undefined>;
  write(name: string, text: string): Promise<void>;
}

/** How many versions are compared with at most, newest first: each is a comparison with every key. */
const MOST = 20;

/**
 * Keeps one answer per registry, slug and wish; a failure is not kept. Where the registry cannot be reached, what it last said
 * counts, with the day on which it said it.
 */
export function baselineCache(session: Session, kept: Kept, now: () => Date): BaselineCache {
  const known = new Map<string, Promise<BaselineResult | null>>();
  const ask = async (slug: string, which: PublishedBaseline, key: string): Promise<BaselineResult | null> => {
    let answer: BaselineResult | null;
    try {
      answer = await fromRegistry(await session.connect(), slug, which);
    } catch (error) {
      const last = error instanceof RegistryError && error.code === "unreachable" ? await remembered(key) : undefined;
      if (last === undefined) throw error;
      return last;
    }
    if (answer) await kept.write(key, JSON.stringify({ ...answer, as_of: now().toISOString().slice(0, 10) }));
    return answer;
  };
  const remembered = async (key: string): Promise<BaselineResult | undefined> => {
    const text = await kept.read(key);
    try {
      return text === undefined ? undefined : (JSON.parse(text) as BaselineResult);
    } catch {
      // Half a file is no answer; the registry will give a new one.
      return undefined;
    }
  };
  return {
    get(slug, which) {
      const entry = session.active();
      if (!slug || !entry) return Promise.resolve(null);
      const key = `${entry.url} ${entry.namespace ?? ""} ${slug} ${which}`;
      const before = known.get(key);
      if (before) return before;
      const asked = ask(slug, which, key);
      known.set(key, asked);
      // An answer of another day is not kept: the registry may be back.
      asked.then(
        (answer) => answer?.as_of && known.delete(key),
        () => known.delete(key),
      );
      return asked;
    },
    clear: () => known.clear(),
  };
}

async function fromRegistry(
  client: RegistryClient,
  slug: string,
  which: PublishedBaseline,
): Promise<BaselineResult | null> {
  const id = await registryId(client, slug);
  const entry = await client.find(id);
  if (!entry || entry.state === "draft") return null;
  const [versions, files] = await Promise.all([client.versions(id), filesOf(client, id, entry.latest)]);
  const newest = versions.find(({ version }) => version === entry.latest);
  const others = versions
    .filter(({ version, enterprises }) => version !== entry.latest && (which === "all" || (enterprises ?? 0) > 0))
    .slice(0, which === "published" ? 0 : MOST);
  return {
    connector: id,
    version: entry.latest,
    versions: versions.map(({ version }) => version),
    state: entry.state,
    published_at: newest?.publishedAt ?? "",
    enterprises: entry.enterprises ?? 0,
    files,
    others: await Promise.all(
      others.map(async ({ version }) => ({ version, files: await filesOf(client, id, version) })),
    ),
  };
}

async function filesOf(client: RegistryClient, id: string, version: string): Promise<WireFile[]> {
  return (await client.files(id, version)).filter((file): file is WireFile => file.text !== undefined);
}
