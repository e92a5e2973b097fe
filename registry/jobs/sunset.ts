/** What happens when time passes: reminders before the last day of a deprecated connector, and word when it has come. */
import { sha256 } from "../hash.ts";
import { appendAudit, appendOutbox } from "../store/audit.ts";
import type { ConnectorRow } from "../store/connectors.ts";
import type { Store, Tx } from "../store/driver.ts";

/** So many days before the last day people are reminded; 0 is the day itself. */
const REMINDERS = [30, 14, 7, 1, 0] as const;
const DAY = 24 * 60 * 60 * 1000;

/**
 * Tells of every deprecated connector what is due now, once, however many processes look at the same time: an event has an id that
 * follows from what it says. Gives how many were told. Nothing is unpublished by itself; that is for people to decide.
 */
export async function remindOfSunsets(store: Store, now: string): Promise<number> {
  const horizon = new Date(Date.parse(now) + REMINDERS[0] * DAY).toISOString();
  const due = await store.read((tx) =>
    tx.all<ConnectorRow>(
      "select * from connector where state = 'deprecated' and sunset_at <= ? order by sunset_at, id",
      horizon,
    ),
  );
  let told = 0;
  for (const row of due) if (await store.write((tx) => remind(tx, row, now))) told++;
  return told;
}

async function remind(tx: Tx, row: ConnectorRow, now: string): Promise<boolean> {
  const left = (Date.parse(row.sunset_at ?? now) - Date.parse(now)) / DAY;
  // Of several that are due, because the registry was not running, only the last one still says something.
  const days = REMINDERS.filter((each) => left <= each).at(-1);
  if (days === undefined) return false;
  const topic = days === 0 ? "connector.sunset-reached" : "connector.sunset-reminder";
  const detail = { sunset_at: row.sunset_at, days, replacement: row.replacement };
  const isNew = await appendOutbox(
    tx,
    now,
    topic,
    { connector: row.id, actor: "registry", ...detail },
    `sunset-${sha256(`${topic} ${row.id} ${row.sunset_at} ${days}`).slice(0, 32)}`,
  );
  if (isNew) await appendAudit(tx, row.id, { at: now, actor: "registry", action: topic, detail });
  return isNew;
}
