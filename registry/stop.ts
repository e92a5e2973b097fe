/** Ends a server without losing a request: it says that it is not ready, goes on for a while, and finishes what is under way. */
import type { Server } from "node:http";

/** Whoever keeps a request open for longer is cut off; nothing of it has been stored. */
const PATIENCE = 10_000;

export class Closing {
  private isOn = false;

  /** Whether the registry is on its way down, so that a balancer should send nobody any more. */
  get isClosing(): boolean {
    return this.isOn;
  }

  /** Goes on as long as a balancer needs to see that it should, then takes no more connections and waits for the last answer. */
  async close(server: Server, drain: () => Promise<void>): Promise<void> {
    this.isOn = true;
    await drain();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), PATIENCE);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      server.closeIdleConnections();
    });
  }
}
