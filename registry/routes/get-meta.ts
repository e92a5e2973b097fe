import { limits } from "../../core/api/schemas.ts";
import { productVersion } from "../../core/api/version.ts";
import { minimumNoticeDays } from "../../core/lifecycle/dates.ts";
import { firstVersion } from "../../core/lifecycle/semver.ts";
import type { Handler } from "../context.ts";

export const handle: Handler<"getMeta"> = async () => ({
  status: 200,
  body: {
    name: "patchbay",
    version: productVersion,
    api: "v1",
    rules_version: productVersion,
    limits: { body_bytes: limits.body_bytes, files: limits.files, page: limits.page },
    policy: { minimum_notice_days: minimumNoticeDays, first_version: firstVersion },
  },
});
