import type { Connection } from "vscode-languageserver";
import {
  type FindConnectorsResult,
  type FolderResult,
  findConnectorsRequest,
  listFolderRequest,
  type ReadFileResult,
  readFileRequest,
} from "../core/api/language.ts";

/** Files outside the open documents, wherever they are. Nothing here throws: what cannot be read is not there. */
export interface Files {
  list(folder: string): Promise<readonly string[]>;
  read(uri: string): Promise<string | undefined>;
  find(): Promise<readonly string[]>;
}

/** Through the client, which also reaches virtual workspaces and works in a browser. */
export function clientFiles(connection: Connection): Files {
  return {
    list: (uri) => connection.sendRequest<FolderResult>(listFolderRequest, { uri }).catch(() => []),
    read: (uri) =>
      connection.sendRequest<ReadFileResult>(readFileRequest, { uri }).then(
        (text) => text ?? undefined,
        () => undefined,
      ),
    find: () => connection.sendRequest<FindConnectorsResult>(findConnectorsRequest).catch(() => []),
  };
}

/** For a client that offers nothing and a server that has no files of its own. */
export const noFiles: Files = { list: async () => [], read: async () => undefined, find: async () => [] };
