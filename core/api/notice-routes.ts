/** The routes of notices and subscriptions. */
import type {
  CreatedSubscription,
  Delivery,
  DeliveryQuery,
  NewSubscription,
  Notice,
  NoticeQuery,
  Subscription,
} from "./notice-types.ts";
import type { None, Route } from "./route.ts";
import type { Items, Page } from "./types.ts";

interface IdParams {
  id: string;
}

export interface NoticeOperations {
  listNotices: { params: None; query: NoticeQuery; body: undefined; result: Page<Notice> };
  putNoticeRead: { params: IdParams; query: None; body: undefined; result: undefined };
  listSubscriptions: { params: None; query: None; body: undefined; result: Items<Subscription> };
  createSubscription: { params: None; query: None; body: NewSubscription; result: CreatedSubscription };
  deleteSubscription: { params: IdParams; query: None; body: undefined; result: undefined };
  createSubscriptionTest: { params: IdParams; query: None; body: undefined; result: Delivery };
  listDeliveries: { params: IdParams; query: DeliveryQuery; body: undefined; result: Page<Delivery> };
  createRedelivery: { params: IdParams & { delivery: string }; query: None; body: undefined; result: Delivery };
}

const notices = "/api/v1/notices";
const subscriptions = "/api/v1/subscriptions";
const subscription = `${subscriptions}/{id}`;
const feed = { access: "read_notices", permissions: ["read_notices"], problems: [] } as const;
const read = { access: "read_subscriptions", permissions: ["read_subscriptions"], problems: [] } as const;
const write = { access: "write_subscriptions", permissions: ["write_subscriptions"], problems: [] } as const;

export const noticeRoutes: { readonly [Name in keyof NoticeOperations]: Route } = {
  listNotices: {
    method: "GET",
    path: notices,
    summary: "What the own enterprise should know, newest first; platform admins also see what waits for the platform.",
    ...feed,
    query: "notices",
    result: "NoticePage",
    statuses: [200],
  },
  putNoticeRead: {
    method: "PUT",
    path: `${notices}/{id}/read`,
    summary: "Marks a notice as read, for everybody of the enterprise.",
    ...feed,
    statuses: [204],
  },
  listSubscriptions: {
    method: "GET",
    path: subscriptions,
    summary: "Where the own enterprise's events are sent; all of them for a platform admin.",
    ...read,
    result: "SubscriptionList",
    statuses: [200],
  },
  createSubscription: {
    method: "POST",
    path: subscriptions,
    summary:
      "Sends events to an address, as signed webhooks (Standard Webhooks) or as e-mail. The secret is shown this once.",
    ...write,
    body: "NewSubscription",
    result: "CreatedSubscription",
    statuses: [201],
  },
  deleteSubscription: {
    method: "DELETE",
    path: subscription,
    summary: "Sends nothing there any more; what waits is dropped.",
    ...write,
    statuses: [204],
  },
  createSubscriptionTest: {
    method: "POST",
    path: `${subscription}/test`,
    summary: "Sends a test event there with the next delivery.",
    ...write,
    result: "Delivery",
    statuses: [202],
  },
  listDeliveries: {
    method: "GET",
    path: `${subscription}/deliveries`,
    summary: "What was sent there, newest first, and what could not be.",
    ...read,
    query: "deliveries",
    result: "DeliveryPage",
    statuses: [200],
  },
  createRedelivery: {
    method: "POST",
    path: `${subscription}/deliveries/{delivery}/redelivery`,
    summary: "Sends something again, with its first id.",
    ...write,
    result: "Delivery",
    statuses: [202],
  },
};
