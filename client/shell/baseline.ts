/** The version that the working copy is compared with, as the language server wants it; asked for once and remembered. */
import type { BaselineResult, WireFile } from "../../core/api/language.ts";
import type { Session } from "./ports.ts";
import { registryId } from "./targets.ts";

export interface BaselineCache {
  get(slug: string): Promise<BaselineResult | null>;
  /** Forget all answers. */
  clear(): void;
}

/** Keeps one answer per registry and slug; a failure is not kept. */
export function baselineCache(session: Session): BaselineCache {
  const known = new Map<string, Promise<BaselineResult | null>>();
  const ask = async (slug: string): Promise<BaselineResult | null> => {
    const client = await session.connect();
    const id = await registryId(client, slug);
    const entry = await client.find(id);
    if (!entry || entry.state === "draft") return null;
    const [versions, files] = await Promise.all([client.versions(id), client.files(id, entry.latest)]);
    const newest = versions.find(({ version }) => version === entry.latest);
    return {
      connector: id,
      version: entry.latest,
      versions: versions.map(({ version }) => version),
      state: entry.state,
      published_at: newest?.publishedAt ?? "",
      enterprises: entry.enterprises ?? 0,
      files: files.filter((file): file is WireFile => file.text !== undefined),
    };
  };
  return {
    get(slug) {
      const entry = session.active();
      if (!slug || !entry) return Promise.resolve(null);
      const key = `${entry.url} ${entry.namespace ?? ""} ${slug}`;
      const kept = known.get(key);
      if (kept) return kept;
      const asked = ask(slug);
      known.set(key, asked);
      asked.catch(() => known.delete(key));
      return asked;
    },
    clear: () => known.clear(),
  };
}
