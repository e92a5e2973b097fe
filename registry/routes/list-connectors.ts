import type { ConnectorQuery } from "../../core/api/types.ts";
import { may } from "../../core/lifecycle/authority.ts";
import type { State } from "../../core/lifecycle/states.ts";
import { canSee } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { readPage } from "../page.ts";
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
  const { q = "", type, scope, state, auth, owner, sort = "name" } = query;
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
  return context.store.read((tx) =>
    readPage({
      query,
      question: [filter, sort],
      url,
      read: (after, limit) => listConnectors(tx, filter, { column, descending: sort === "updated", after, limit }),
      position: (row) => [row[column], row.id],
      visible: (row) => canSee(tx, caller, row, context),
      show: (row) => connectorInfo(tx, row, caller, context),
    }),
  );
};
