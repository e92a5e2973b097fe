/** Which version and which file of a published connector are meant. */
import type { WireContent } from "../../core/api/types.ts";
import { Sentence } from "./errors.ts";
import type { CatalogueEntry, Context, RegistryClient } from "./ports.ts";
import { published, targetOf } from "./targets.ts";

export interface PublishedFiles {
  client: RegistryClient;
  entry: CatalogueEntry;
  version: string;
  files: readonly WireContent[];
  main: string;
}

/** The file that a person wants to see first. */
export function mainFile(files: readonly WireContent[]): string | undefined {
  const paths = files.map(({ path }) => path);
  return (
    paths.find((path) => /\.connector\.(ya?ml|json)$/i.test(path)) ??
    paths.find((path) => /apidefinition.*\.json$|\.swagger\.json$/i.test(path)) ??
    paths[0]
  );
}

/** Files of the version that a row stands for, or of the newest one. */
export async function publishedFiles(context: Context, argument: unknown, title: string): Promise<PublishedFiles> {
  const { client, entry } = await published(context, argument, title);
  const version = targetOf(argument).version ?? entry.latest;
  const files = await client.files(entry.id, version);
  const main = mainFile(files);
  if (!main) throw new Sentence(`${entry.name} ${version} holds no files.`);
  return { client, entry, version, files, main };
}
