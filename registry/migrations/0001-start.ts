/** The first tables. Only what SQLite and PostgreSQL share; a released migration is never changed. */
export const id = "0001-start";

export const sql = `
create table enterprise (
  id text primary key,
  created_at text not null
);

create table api_token (
  id text primary key,
  prefix text not null unique,
  sha256 text not null,
  principal text not null,
  enterprise text not null references enterprise (id),
  roles text not null,
  scopes text not null,
  created_at text not null,
  created_by text not null,
  expires_at text,
  revoked_at text
);

create table connector (
  id text primary key,
  namespace text not null references enterprise (id),
  slug text not null,
  enterprise text not null references enterprise (id),
  scope text not null check (scope in ('enterprise', 'global')),
  state text not null check (state in ('draft', 'published', 'deprecated', 'unpublished')),
  name text not null,
  sort_name text not null,
  description text not null,
  family text not null,
  type text not null,
  auth text not null,
  search text not null,
  operations bigint not null,
  latest_version text not null,
  rev bigint not null,
  created_by text not null,
  created_at text not null,
  updated_at text not null,
  published_at text not null,
  deprecated_at text,
  sunset_at text,
  notice_at text,
  deprecation_message text,
  replacement text,
  unique (namespace, slug),
  check (state <> 'deprecated' or (deprecated_at is not null and sunset_at is not null and notice_at is not null))
);
create index connector_by_name on connector (sort_name, id);
create index connector_by_update on connector (updated_at, id);
create unique index connector_global_slug on connector (slug) where scope = 'global';

create table blob (
  digest text primary key,
  size bigint not null,
  encoding text not null,
  bytes bytea not null
);

create table connector_version (
  connector_id text not null references connector (id),
  version text not null,
  major bigint not null,
  minor bigint not null,
  patch bigint not null,
  digest text not null,
  size bigint not null,
  bump text,
  required_bump text,
  baseline text,
  notes text not null,
  migration_guide text not null,
  operation_ids text not null,
  findings text not null,
  changes text not null,
  counts text not null,
  rules_version text not null,
  published_by text not null,
  published_at text not null,
  primary key (connector_id, version)
);

create table version_file (
  connector_id text not null,
  version text not null,
  path text not null,
  digest text not null references blob (digest),
  is_binary bigint not null,
  primary key (connector_id, version, path),
  foreign key (connector_id, version) references connector_version (connector_id, version)
);

create table connection (
  enterprise text not null,
  id text not null,
  connector_id text not null references connector (id),
  version text not null,
  state text not null check (state in ('active', 'inactive')),
  example bigint not null,
  updated_at text not null,
  primary key (enterprise, id)
);
create index connection_by_connector on connection (connector_id, enterprise);

create table orchestration_ref (
  enterprise text not null,
  id text not null,
  connector_id text not null references connector (id),
  operation text not null,
  example bigint not null,
  primary key (enterprise, id, connector_id, operation)
);
create index orchestration_by_connector on orchestration_ref (connector_id, enterprise);

create table usage_daily (
  connector_id text not null references connector (id),
  day text not null,
  version text not null,
  enterprise text not null,
  operation text not null,
  calls bigint not null,
  example bigint not null,
  primary key (connector_id, day, version, enterprise, operation)
);

create table usage_report (
  source text not null,
  sequence bigint not null,
  sha256 text not null,
  received_at text not null,
  primary key (source, sequence)
);

create table audit_event (
  chain text not null,
  seq bigint not null,
  at text not null,
  actor text not null,
  action text not null,
  detail text not null,
  prev_hash text not null,
  hash text not null,
  primary key (chain, seq)
);

create table outbox (
  id text primary key,
  created_at text not null,
  topic text not null,
  payload text not null,
  claimed_until text,
  delivered_at text,
  attempts bigint not null
);
create index outbox_pending on outbox (created_at, id) where delivered_at is null
`;
