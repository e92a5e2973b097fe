/** The JSON Schemas of notices and subscriptions. */
import { topics } from "./notice-types.ts";
import { count, list, nullable, object, oneOf, pageQuery, ref, string, time } from "./schema-words.ts";

const deliveryState = oneOf("waiting", "delivered", "dead");
const topicList = list(oneOf(...topics), { maxItems: topics.length, uniqueItems: true });
const audience = oneOf("own", "platform");

const subscription = {
  id: string(),
  enterprise: string(),
  audience,
  target: string(),
  topics: topicList,
  created_by: string(),
  created_at: time,
};

export const noticeSchemas = {
  NoticePage: object({
    items: list(
      object({
        id: string(),
        event: string(),
        topic: oneOf(...topics),
        connector: string(),
        happened_at: time,
        detail: { type: "object", additionalProperties: true },
        read_at: nullable(time),
      }),
    ),
    next_cursor: nullable(string()),
  }),
  NewSubscription: object({
    target: string({ minLength: 8, maxLength: 500, pattern: "^(https?://|mailto:)[^\\s\\u0000-\\u001f\\u007f]+$" }),
    "topics?": topicList,
    "audience?": audience,
  }),
  Subscription: object(subscription),
  SubscriptionList: object({ items: list(ref("Subscription")) }),
  CreatedSubscription: object({ ...subscription, secret: nullable(string()) }),
  Delivery: object({
    id: string(),
    event: string(),
    topic: string(),
    happened_at: time,
    state: deliveryState,
    attempts: count,
    next_at: nullable(time),
    delivered_at: nullable(time),
    problem: nullable(string()),
  }),
  DeliveryPage: object({ items: list(ref("Delivery")), next_cursor: nullable(string()) }),
};

export const noticeQueries = {
  notices: object({ "unread?": oneOf("1"), ...pageQuery }),
  deliveries: object({ "state?": deliveryState, ...pageQuery }),
};
