import type { Handler } from "../context.ts";

export const handle: Handler<"getReadiness"> = async (_request, { store }) => {
  await store.read((tx) => tx.get("select id from schema_migration limit 1"));
  return { status: 200, body: { status: "ok" } };
};
