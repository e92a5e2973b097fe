/**
 * What the registry has, as read-only documents: files of published versions, `patchbay:/namespace/slug@1.4.0/path`, and what belongs
 * to a request for review, `patchbay-request:/ID/files/path`, with its release notes and its migration guide.
 */
import * as vscode from "vscode";
import { PUBLISHED_SCHEME as publishedScheme } from "../../core/api/language.ts";
import type { WireContent } from "../../core/api/types.ts";
import { explain } from "./errors.ts";
import type { RegistryClient } from "./ports.ts";
import { requestTexts } from "./request-texts.ts";

const requestScheme = "patchbay-request";

/** Address of a file of a published version. */
export function publishedUri(id: string, version: string, path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: publishedScheme, path: `/${id}@${version}/${path}` });
}

/** Address of what belongs to a request, by its path there. */
export function requestUri(path: string): vscode.Uri {
  return vscode.Uri.from({ scheme: requestScheme, path });
}

/** The parts of an address of a published file. */
export function parsePublished(path: string): { id: string; version: string; file: string } | undefined {
  const match = /^\/([^/]+\/[^/@]+)@([^/]+)\/(.+)$/.exec(path);
  return match ? { id: match[1]!, version: match[2]!, file: match[3]! } : undefined;
}

/** Registers the providers; `connect` gives the registry that is asked. */
export function registerReadOnly(connect: () => Promise<RegistryClient>): vscode.Disposable {
  const provide = (scheme: string, text: (path: string) => Promise<string>) =>
    vscode.workspace.registerTextDocumentContentProvider(scheme, {
      async provideTextDocumentContent({ path }) {
        try {
          return await text(path);
        } catch (error) {
          throw new Error(explain(error).message);
        }
      },
    });
  return vscode.Disposable.from(
    provide(publishedScheme, async (path) => {
      const parts = parsePublished(path);
      if (!parts) throw new Error("This is no address of a published connector.");
      const { id, version, file } = parts;
      return textOf(await (await connect()).files(id, version), file, `${id}@${version}`);
    }),
    provide(requestScheme, async (path) => {
      const [, review = "", kind = "", ...rest] = path.split("/");
      const client = await connect();
      const read = requestTexts[kind];
      if (read) return read(await client.request(review));
      return textOf(await client.requestFiles(review), rest.join("/"), "The request");
    }),
  );
}

function textOf(files: readonly WireContent[], path: string, owner: string): string {
  const found = files.find((file) => file.path === path);
  if (!found) throw new Error(`${owner} has no file ${path}`);
  return found.text ?? "This file holds no text. Copy the connector to the workspace to see it.\n";
}
