/** Published files as read-only documents: `patchbay:/namespace/slug@1.4.0/path`. */
import * as vscode from "vscode";
import { PUBLISHED_SCHEME as publishedScheme } from "../../core/api/language.ts";
import type { WireContent } from "../../core/api/types.ts";
import { explain } from "./errors.ts";

/** Address of a file of a published version. */
export function publishedUri(id: string, version: string, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: publishedScheme, path: `/${id}@${version}/${path}` });
}

/** The parts of such an address. */
export function parsePublished(path: string): { id: string; version: string; file: string } | undefined {
  const match = /^\/([^/]+\/[^/@]+)@([^/]+)\/(.+)$/.exec(path);
  return match ? { id: match[1]!, version: match[2]!, file: match[3]! } : undefined;
}

/** Registers the provider; `files` asks the registry. */
export function registerPublished(
  files: (id: string, version: string) => Promise<readonly WireContent[]>,
): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(publishedScheme, {
    async provideTextDocumentContent({ path }) {
      const parts = parsePublished(path);
      if (!parts) throw new Error("This is no address of a published connector.");
      try {
        const all = await files(parts.id, parts.version);
        const found = all.find((file) => file.path === parts.file);
        if (!found) throw new Error(`${parts.id}@${parts.version} has no file ${parts.file}`);
        return found.text ?? "This file holds no text. Copy the connector to the workspace to see it.\n";
      } catch (error) {
        throw new Error(explain(error).message);
      }
    },
  });
}
