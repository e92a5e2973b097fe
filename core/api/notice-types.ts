/** What goes over the wire of notices, and of subscriptions to them. */
import type { PageQuery } from "./types.ts";

/** What is told. */
export const topics = [
  "version.published",
  "version.major",
  "connector.deprecated",
  "connector.undeprecated",
  "connector.sunset-reminder",
  "connector.sunset-reached",
  "connector.unpublished",
  "connector.promoted",
  "review.requested",
  "review.decided",
  "review.withdrawn",
] as const;
export type Topic = (typeof topics)[number];

/** Something that an enterprise should know. */
export interface Notice {
  id: string;
  /** The event; the same for every enterprise that is told of it, and the `webhook-id` where it is sent. */
  event: string;
  topic: Topic;
  /** `namespace/slug`. */
  connector: string;
  happened_at: string;
  /** Of breaking and ending things also `affected`: what of the enterprise's own is hit. */
  detail: Record<string, unknown>;
  read_at: string | null;
}
export interface NoticeQuery extends PageQuery {
  /** Those that nobody of the enterprise has marked as read. */
  unread?: "1";
}

export interface NewSubscription {
  /** `https://…` for signed webhooks, `mailto:…` for e-mail. */
  target: string;
  /** All if absent. */
  topics?: Topic[];
  /** `platform`: what happens to all enterprises, for platform admins; what concerns the own one if absent. */
  audience?: "own" | "platform";
}
export interface Subscription {
  id: string;
  enterprise: string;
  audience: "own" | "platform";
  target: string;
  /** All where it is empty. */
  topics: Topic[];
  created_by: string;
  created_at: string;
}
/** The answer to a new subscription: the secret of its signatures is shown this once. E-mail has none. */
export interface CreatedSubscription extends Subscription {
  secret: string | null;
}

export interface Delivery {
  id: string;
  event: string;
  topic: string;
  happened_at: string;
  /** `waiting` for its first or next attempt, `delivered`, or `dead` after the last one. */
  state: "waiting" | "delivered" | "dead";
  attempts: number;
  next_at: string | null;
  delivered_at: string | null;
  /** What went wrong last. */
  problem: string | null;
}
export interface DeliveryQuery extends PageQuery {
  state?: "waiting" | "delivered" | "dead";
}
