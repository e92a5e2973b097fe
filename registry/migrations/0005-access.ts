/** Signing in: when a token was used last, and codes that wait to be confirmed. */
export const id = "0005-access";

// Of both codes only hashes are kept: whoever reads the store can neither confirm a sign-in nor take its token.
export const sql = `
alter table api_token add column last_used_on text;

create table device_code (
  device_hash text primary key,
  user_hash text not null unique,
  client text not null,
  state text not null check (state in ('pending', 'approved', 'denied')),
  created_at text not null,
  expires_at text not null,
  wait_seconds bigint not null,
  asked_at text not null,
  principal text,
  enterprise text,
  roles text,
  scopes text,
  token_expires_at text,
  check (state <> 'approved' or (principal is not null and enterprise is not null))
);
create index device_code_by_end on device_code (expires_at, device_hash);

create index draft_by_author on draft (enterprise, principal, updated_at, id)
`;
