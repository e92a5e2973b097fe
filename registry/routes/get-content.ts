import type { Handler } from "../context.ts";
import { wireContent } from "../files.ts";
import { readFiles } from "../store/versions.ts";
import { replyOfVersion } from "../version-of.ts";

export const handle: Handler<"getContent"> = (request, context) =>
  replyOfVersion(request, context, "", async (tx, row) => ({
    connector: row.connector_id,
    version: row.version,
    digest: row.digest,
    files: wireContent(await readFiles(tx, row.connector_id, row.version)),
  }));
