import type { Handler } from "../context.ts";
import { replyOfVersion } from "../version-of.ts";
import { versionVerdict } from "../views.ts";

export const handle: Handler<"getVerdict"> = (request, context) =>
  replyOfVersion(request, context, ".verdict", async (_tx, row) => versionVerdict(row));
