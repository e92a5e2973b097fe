import type { Handler } from "../context.ts";
import { replyOfVersion } from "../version-of.ts";
import { versionInfo } from "../views.ts";

export const handle: Handler<"getVersion"> = (request, context) =>
  replyOfVersion(request, context, ".version", versionInfo);
