/** A request as the router hands it on, with what is known of it. */
import type { Hono, Context as HonoContext } from "hono";
import type { Caller } from "./context.ts";

export interface Variables {
  requestId: string;
  caller: Caller | undefined;
  /** Whether a page answers, in HTML, and not the API. */
  isPage: boolean | undefined;
}
export type App = Hono<{ Variables: Variables }>;
export type Http = HonoContext<{ Variables: Variables }>;

/** From where a request came. */
export function addressOf(http: Http): string {
  return (http.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress ?? "";
}
