import { limits } from "../../core/api/schemas.ts";
import { productVersion } from "../../core/api/version.ts";
import { minimumNoticeDays } from "../../core/lifecycle/dates.ts";
import { firstVersion } from "../../core/lifecycle/semver.ts";
import type { Handler } from "../context.ts";

export const handle: Handler<"getMeta"> = async (_, { oidc, publishers }) => ({
  status: 200,
  body: {
    name: "patchbay",
    version: productVersion,
    api: "v1",
    rules_version: productVersion,
    limits: { body_bytes: limits.body_bytes, files: limits.files, page: limits.page },
    sign_in: {
      device_code: true,
      oidc: oidc
        ? {
            issuer: oidc.settings.issuer,
            audience: oidc.settings.audience,
            client_id: oidc.settings.clientId,
            scope: oidc.settings.scope,
          }
        : null,
      trusted_publishing: publishers !== undefined,
    },
    policy: { minimum_notice_days: minimumNoticeDays, first_version: firstVersion },
  },
});
