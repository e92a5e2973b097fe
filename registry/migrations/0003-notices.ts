/** Answers that can be given again, policies, and who is told what: a feed for each enterprise, subscriptions and deliveries. */
export const id = "0003-notices";

// The answer to a repeated request is kept encrypted with the key that only its sender knows, because it can hold a new token.
// A subscription has no secret here: it follows from the registry's own key and the subscription's id.
export const sql = `
create table idempotency (
  id text primary key,
  request_hash text not null,
  answer text not null,
  created_at text not null
);
create index idempotency_by_time on idempotency (created_at, id);

create table policy (
  subject text primary key,
  document text not null,
  rev bigint not null,
  updated_by text not null,
  updated_at text not null
);

create table subscription (
  id text primary key,
  enterprise text not null references enterprise (id),
  audience text not null,
  target text not null,
  topics text not null,
  created_by text not null,
  created_at text not null
);
create index subscription_by_enterprise on subscription (enterprise, created_at, id);

create table notice (
  id text primary key,
  audience text not null,
  event_id text not null,
  topic text not null,
  connector_id text not null,
  happened_at text not null,
  detail text not null,
  read_at text
);
create index notice_by_audience on notice (audience, happened_at, id);

create table delivery (
  id text primary key,
  event_id text not null,
  channel text not null check (channel in ('operator', 'webhook', 'mail')),
  target text not null,
  topic text not null,
  happened_at text not null,
  body text not null,
  attempts bigint not null,
  next_at text not null,
  delivered_at text,
  dead_at text,
  problem text
);
create index delivery_waiting on delivery (next_at, id) where delivered_at is null and dead_at is null;
create index delivery_dead on delivery (dead_at) where dead_at is not null;
create index delivery_by_target on delivery (target, happened_at, id)
`;
