import type { Handler } from "../context.ts";
import { StoreUnavailable } from "../store/driver.ts";

/** A store that takes longer is as good as away: whoever asks would rather send people elsewhere. */
const PATIENCE = 2_000;

export const handle: Handler<"getReadiness"> = async (_request, { store }) => {
  const asked = store.read((tx) => tx.get("select id from schema_migration limit 1"));
  // What comes too late is nobody's any more.
  asked.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new StoreUnavailable("The store does not answer.")), PATIENCE);
  });
  await Promise.race([asked, late]).finally(() => clearTimeout(timer));
  return { status: 200, body: { status: "ok" } };
};
