/** Makes connectors found that were published before there was a search like this one. */
import { readConnector } from "../../core/engine.ts";
import { sourceInputs } from "../files.ts";
import type { ConnectorRow } from "../store/connectors.ts";
import type { Tx } from "../store/driver.ts";
import { putSearchable } from "../store/search.ts";
import { readFiles } from "../store/versions.ts";
import { searchableOf } from "./searchable.ts";

/** Reads the latest version of every connector anew. */
export async function fillSearch(tx: Tx): Promise<void> {
  const rows = await tx.all<ConnectorRow>("select * from connector order by id");
  for (const row of rows) {
    const connector = readConnector(sourceInputs(await readFiles(tx, row.id, row.latest_version)));
    await putSearchable(tx, row.id, searchableOf(row, connector));
  }
}
