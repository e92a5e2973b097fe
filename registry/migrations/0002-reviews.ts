/** Working copies on the server, and requests that somebody else decides. */
export const id = "0002-reviews";

// Neither refers to a connector: of one that was never published there is none yet.
export const sql = `
create table draft (
  id text primary key,
  connector_id text not null,
  enterprise text not null references enterprise (id),
  principal text not null,
  scope text not null check (scope in ('enterprise', 'global')),
  rev bigint not null,
  digest text not null,
  size bigint not null,
  created_at text not null,
  updated_at text not null,
  unique (connector_id, principal)
);

create table draft_file (
  draft_id text not null references draft (id),
  path text not null,
  digest text not null references blob (digest),
  is_binary bigint not null,
  primary key (draft_id, path)
);
create index draft_file_by_digest on draft_file (digest);

create table review (
  id text primary key,
  connector_id text not null,
  enterprise text not null references enterprise (id),
  kind text not null check (kind in ('publication', 'promotion')),
  state text not null check (state in ('pending', 'approved', 'rejected', 'withdrawn')),
  scope text not null check (scope in ('enterprise', 'global')),
  version text not null,
  name text not null,
  message text not null,
  notes text not null,
  migration_guide text not null,
  digest text not null,
  size bigint not null,
  bump text,
  required_bump text,
  baseline text,
  findings text not null,
  changes text not null,
  counts text not null,
  rules_version text not null,
  rev bigint not null,
  requested_by text not null,
  requested_at text not null,
  decided_by text,
  decided_at text,
  reason text,
  check (state = 'pending' or (decided_by is not null and decided_at is not null))
);
create unique index review_pending on review (connector_id) where state = 'pending';
create index review_by_time on review (requested_at, id);
create index review_by_connector on review (connector_id, requested_at, id);

create table review_file (
  review_id text not null references review (id),
  path text not null,
  digest text not null references blob (digest),
  is_binary bigint not null,
  primary key (review_id, path)
);
create index review_file_by_digest on review_file (digest);
create index version_file_by_digest on version_file (digest)
`;
