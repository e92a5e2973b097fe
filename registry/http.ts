/** A request as the router hands it on, with what is known of it. */
import type { Hono, Context as HonoContext } from "hono";
import type { ProblemCode } from "../core/api/problems.ts";
import type { Caller } from "./context.ts";

export interface Variables {
  requestId: string;
  caller: Caller | undefined;
  /** Whether a page answers, in HTML, and not the API. */
  isPage: boolean | undefined;
  /** From where it came; behind a proxy that is trusted, who asked that. */
  sender: string | undefined;
  /** Name of the route that answers, if there is one. */
  route: string | undefined;
  /** The problem that it answers with. */
  problem: ProblemCode | undefined;
}
export type App = Hono<{ Variables: Variables }>;
export type Http = HonoContext<{ Variables: Variables }>;

/** The address that connects, which may be that of a proxy. */
export function connectedAddress(http: Http): string {
  return (http.env as { incoming?: { socket?: { remoteAddress?: string } } }).incoming?.socket?.remoteAddress ?? "";
}

/** From where a request came, as far as it is known. */
export function addressOf(http: Http): string {
  return http.get("sender") ?? connectedAddress(http);
}
