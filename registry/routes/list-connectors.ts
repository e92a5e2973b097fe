import { limits } from "../../core/api/schemas.ts";
import type { ConnectorInfo, ConnectorQuery } from "../../core/api/types.ts";
import { may } from "../../core/lifecycle/authority.ts";
import type { State } from "../../core/lifecycle/states.ts";
import { canSee } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { listConnectors } from "../store/connectors.ts";
import { connectorInfo } from "../views.ts";

const states: Record<NonNullable<ConnectorQuery["state"]> | "", readonly State[]> = {
  "": ["published", "deprecated"],
  published: ["published"],
  deprecated: ["deprecated"],
  unpublished: ["unpublished"],
  any: ["published", "deprecated", "unpublished"],
};

export const handle: Handler<"listConnectors"> = async ({ query, caller, url }, context) => {
  const { q = "", type, scope, state, auth, owner, sort = "name", limit = limits.default_page, cursor } = query;
  const column = sort === "name" ? "sort_name" : "updated_at";
  const everywhere =
    may(caller, "read", { enterprise: "", scope: "enterprise", state: "published" }, context.policy) === "yes";
  const filter = {
    words: q.toLowerCase().split(/\s+/).filter(Boolean),
    states: states[state ?? ""],
    type,
    scope,
    auth,
    owner,
    visibleTo: everywhere ? undefined : caller.enterprise,
  };
  const signature = [filter, sort];
  let after = cursor === undefined ? undefined : readCursor(cursor, signature);
  return context.store.read(async (tx) => {
    const items: ConnectorInfo[] = [];
    // What a caller may not see leaves gaps, so the catalogue is read on until the page is full.
    for (;;) {
      const rows = await listConnectors(tx, filter, {
        column,
        descending: sort === "updated",
        after,
        limit: limit + 1,
      });
      for (const row of rows) {
        if (!(await canSee(tx, caller, row, context))) {
          after = [row[column], row.id];
          continue;
        }
        if (items.length === limit) {
          const next = writeCursor(after!, signature);
          return { status: 200, body: { items, next_cursor: next }, headers: { link: nextLink(url, next) } };
        }
        items.push(await connectorInfo(tx, row, caller, context));
        after = [row[column], row.id];
      }
      if (rows.length <= limit) return { status: 200, body: { items, next_cursor: null } };
    }
  });
};

function nextLink(url: string, cursor: string): string {
  const [path = "", query = ""] = url.split("?");
  const next = new URLSearchParams(query);
  next.set("cursor", cursor);
  return `<${path}?${next}>; rel="next"`;
}
