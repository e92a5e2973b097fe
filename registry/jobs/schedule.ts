/** Runs what has to be done again and again while a registry is up. A run that fails is logged, and the next one comes all the same. */
import { forgetOldAnswers } from "../idempotency.ts";
import type { Store } from "../store/driver.ts";
import { type Channels, deliver } from "./deliver.ts";
import { remindOfSunsets } from "./sunset.ts";

export interface JobOptions {
  readonly store: Store;
  readonly now: () => string;
  readonly log: (entry: Record<string, unknown>) => void;
  readonly sending: Channels;
}

const HOUR = 60 * 60 * 1000;
const OFTEN = 5_000;

/** Starts the jobs; the answer ends them and waits for the one that is running. */
export function startJobs({ store, now, log, sending }: JobOptions): () => Promise<void> {
  const stops = [
    every(HOUR, "sunset", async () => void (await remindOfSunsets(store, now()))),
    every(HOUR, "idempotency", async () => void (await forgetOldAnswers(store, now()))),
    every(OFTEN, "deliveries", async () => {
      // As long as something is taken, there may be more.
      while ((await deliver(store, sending, now(), log)).delivered > 0);
    }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };

  function every(pause: number, job: string, work: () => Promise<void>): () => Promise<void> {
    let isOver = false;
    let timer: NodeJS.Timeout | undefined;
    let running: Promise<void> = Promise.resolve();
    const run = (): void => {
      running = work()
        .catch((error: unknown) =>
          log({
            at: now(),
            level: "error",
            job,
            error: error instanceof Error ? (error.stack ?? error.message) : String(error),
          }),
        )
        .then(() => {
          if (!isOver) timer = setTimeout(run, pause).unref();
        });
    };
    timer = setTimeout(run, 0).unref();
    return async () => {
      isOver = true;
      clearTimeout(timer);
      await running;
    };
  }
}
