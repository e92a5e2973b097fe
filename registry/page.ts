/** Pages of lists in which some rows are not for the caller: the list is read on until the page is full. */
import { limits } from "../core/api/schemas.ts";
import type { Page } from "../core/api/types.ts";
import type { Reply } from "./context.ts";
import { readCursor, writeCursor } from "./cursor.ts";

type Position = readonly [key: string, id: string];

export interface Paging<Row, Item> {
  /** What the request asked for; a cursor is good for the same question only. */
  readonly query: { readonly limit?: number; readonly cursor?: string };
  readonly question: unknown;
  readonly url: string;
  /** Rows in order, after a position. */
  read(after: Position | undefined, limit: number): Promise<Row[]>;
  position(row: Row): Position;
  visible(row: Row): boolean | Promise<boolean>;
  /** What is shown of the rows of the page. */
  show(rows: readonly Row[]): Item[] | Promise<Item[]>;
}

/** One page, with the address of the next one. */
export async function readPage<Row, Item>(paging: Paging<Row, Item>): Promise<Reply<Page<Item>>> {
  const { limit = limits.default_page, cursor } = paging.query;
  let after = cursor === undefined ? undefined : readCursor(cursor, paging.question);
  const page: Row[] = [];
  for (;;) {
    const rows = await paging.read(after, limit + 1);
    for (const row of rows) {
      if (await paging.visible(row)) {
        if (page.length === limit) {
          const next = writeCursor(after!, paging.question);
          const items = await paging.show(page);
          return { status: 200, body: { items, next_cursor: next }, headers: { link: nextLink(paging.url, next) } };
        }
        page.push(row);
      }
      after = paging.position(row);
    }
    if (rows.length <= limit) return { status: 200, body: { items: await paging.show(page), next_cursor: null } };
  }
}

function nextLink(url: string, cursor: string): string {
  const [path = "", query = ""] = url.split("?");
  const next = new URLSearchParams(query);
  next.set("cursor", cursor);
  return `<${path}?${next}>; rel="next"`;
}
