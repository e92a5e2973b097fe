import type { Handler } from "../context.ts";

export const handle: Handler<"getProtectedResource"> = async (_, context) => ({
  status: 200,
  body: {
    resource: context.publicUrl(),
    authorization_servers: context.oidc ? [context.oidc.settings.issuer] : [],
    bearer_methods_supported: ["header"],
  },
});
