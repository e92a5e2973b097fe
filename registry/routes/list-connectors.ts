import type { ConnectorPage, ConnectorQuery } from "../../core/api/types.ts";
import { may } from "../../core/lifecycle/authority.ts";
import type { State } from "../../core/lifecycle/states.ts";
import { canSee } from "../authorise.ts";
import type { Caller, Context, Handler, Reply } from "../context.ts";
import { readPage } from "../page.ts";
import { questionOf } from "../search/words.ts";
import { countConnectors, type ListFilter, listConnectors } from "../store/connectors.ts";
import type { Tx } from "../store/driver.ts";
import { meaningsOf } from "../store/search.ts";
import { connectorInfos } from "../views.ts";

const states: Record<NonNullable<ConnectorQuery["state"]> | "", readonly State[]> = {
  "": ["published", "deprecated"],
  published: ["published"],
  deprecated: ["deprecated"],
  unpublished: ["unpublished"],
  any: ["published", "deprecated", "unpublished"],
};

export const handle: Handler<"listConnectors"> = async ({ query, caller, url }, context) =>
  context.store.read((tx) => pageOfConnectors(tx, { query, caller, url }, context));

/** A page of the catalogue, as far as the caller may see it. */
export async function pageOfConnectors(
  tx: Tx,
  { query, caller, url }: { query: ConnectorQuery; caller: Caller; url: string },
  context: Context,
): Promise<Reply<ConnectorPage>> {
  const { q = "", type, scope, state, auth, owner, domain, used, counts } = query;
  const isSearch = q.trim() !== "";
  const sort = query.sort ?? (isSearch ? "relevance" : "name");
  const everywhere =
    may(caller, "read", { enterprise: "", scope: "enterprise", state: "published" }, context.policy) === "yes";
  const plain = {
    states: states[state ?? ""],
    ...{ type, scope, auth, owner, domain },
    usedBy: used === undefined ? undefined : caller.enterprise,
    visibleTo: everywhere ? undefined : caller.enterprise,
  };
  const words = questionOf(q);
  const meanings = isSearch ? await meaningsOf(tx, words) : undefined;
  if (isSearch && !meanings)
    return { status: 200, body: { items: [], next_cursor: null, ...(counts && { counts: NOTHING }) } };
  const filter: ListFilter = { ...plain, meanings };
  const by =
    sort === "name" || (!isSearch && sort === "relevance") ? "sort_name" : sort === "updated" ? "updated_at" : "score";
  const page = await readPage({
    query,
    question: [plain, words, by],
    url,
    read: (after, limit) => listConnectors(tx, filter, { by, after, limit }),
    position: (row) => [String(row[by]), row.id],
    visible: (row) => canSee(tx, caller, row, context),
    show: (rows) => connectorInfos(tx, rows, caller, context),
  });
  if (counts === undefined) return page;
  // Who has a connection to an unpublished connector is another question for each of them; they are left out of the numbers.
  // Who may see nothing is told no numbers either.
  const sees = may(caller, "read", { enterprise: "", scope: "global", state: "published" }, context.policy) === "yes";
  const counted = !sees ? [] : everywhere ? filter.states : filter.states.filter((each) => each !== "unpublished");
  const numbers = counted.length > 0 ? await countConnectors(tx, { ...filter, states: counted }) : NOTHING;
  return { ...page, body: { ...page.body, counts: numbers } };
}

const NOTHING = { total: 0, type: [], scope: [], state: [], auth: [], owner: [], domain: [] };
