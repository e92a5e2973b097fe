import { canSee } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { wireContent } from "../files.ts";
import { ProblemError } from "../problem.ts";
import { findConnector } from "../store/connectors.ts";
import { readFiles, versionsByDigest } from "../store/versions.ts";

export const handle: Handler<"getContentByDigest"> = async ({ params: { digest }, caller }, context) =>
  context.store.read(async (tx) => {
    // The same bytes can be published under several names; one that the caller may see is enough.
    for (const { connector_id: connector, version } of await versionsByDigest(tx, digest)) {
      const row = await findConnector(tx, connector);
      if (!row || !(await canSee(tx, caller, row, context))) continue;
      const files = wireContent(await readFiles(tx, connector, version));
      return {
        status: 200,
        body: { connector, version, digest, files },
        headers: { etag: `"${digest}"`, "cache-control": "private, max-age=31536000, immutable" },
      };
    }
    throw new ProblemError("not-found", `There is no content ${digest}, or this token may not see it.`);
  });
