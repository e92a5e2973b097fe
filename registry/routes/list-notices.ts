import type { Notice, Topic } from "../../core/api/notice-types.ts";
import { authorise } from "../authorise.ts";
import type { Handler } from "../context.ts";
import { audiencesOf } from "../notices.ts";
import { readPage } from "../page.ts";
import { listNotices, type NoticeRow } from "../store/notices.ts";

export const handle: Handler<"listNotices"> = async ({ query, caller, url }, context) => {
  authorise(caller, "read_notices", { enterprise: caller.enterprise }, context);
  const audiences = audiencesOf(caller);
  const unread = query.unread !== undefined;
  return context.store.read((tx) =>
    readPage({
      query,
      question: [audiences, unread],
      url,
      read: (after, limit) => listNotices(tx, audiences, unread, after, limit),
      position: (row) => [row.happened_at, row.id],
      visible: () => true,
      show: (rows) => rows.map(noticeInfo),
    }),
  );
};

function noticeInfo({ id, event_id, topic, connector_id, happened_at, detail, read_at }: NoticeRow): Notice {
  return {
    id,
    event: event_id,
    topic: topic as Topic,
    connector: connector_id,
    happened_at,
    detail: JSON.parse(detail) as Record<string, unknown>,
    read_at,
  };
}
