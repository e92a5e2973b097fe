/** Files for the language server where it cannot read them itself: in virtual workspaces, and everywhere in a browser. */
import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type FindConnectorsResult,
  type FolderParams,
  type FolderResult,
  findConnectorsRequest,
  listFolderRequest,
  type ReadFileResult,
  readFileRequest,
} from "../../core/api/language.ts";

/** Files of the workspace that one of the patterns fits. They are asked for one by one: braces within braces find nothing. */
export async function findFiles(patterns: readonly string[], limit?: number): Promise<vscode.Uri[]> {
  const found = await Promise.all(
    patterns.map((pattern) => vscode.workspace.findFiles(pattern, "**/node_modules/**", limit)),
  );
  return found.flat();
}

/** Answers the server's questions about files; what cannot be read is not there. */
export function answerFiles(client: BaseLanguageClient, mainFiles: readonly string[]): void {
  client.onRequest(listFolderRequest, async ({ uri }: FolderParams): Promise<FolderResult> => {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(uri, true));
      return entries.filter(([, type]) => (type & vscode.FileType.File) !== 0).map(([name]) => name);
    } catch {
      return [];
    }
  });
  client.onRequest(readFileRequest, async ({ uri }: FolderParams): Promise<ReadFileResult> => {
    try {
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.parse(uri, true));
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    } catch {
      return null;
    }
  });
  client.onRequest(findConnectorsRequest, async (): Promise<FindConnectorsResult> => {
    const found = await findFiles(mainFiles);
    return [...new Set(found.map(String))].sort();
  });
}
