/** What connectors are found by: their words, the letters of the words, and domains; and indexes for who uses what. */
import { fillSearch } from "../search/fill.ts";

export const id = "0004-search";

// The weight is part of the key, so that a question is answered from the index alone.
export const sql = `
create table term (
  term text primary key
);

create table term_gram (
  gram text not null,
  term text not null references term (term),
  primary key (gram, term)
);

create table connector_term (
  term text not null references term (term),
  connector_id text not null references connector (id),
  weight bigint not null,
  primary key (term, connector_id, weight)
);
create index connector_term_by_connector on connector_term (connector_id);

create table connector_domain (
  connector_id text not null references connector (id),
  domain text not null,
  primary key (connector_id, domain)
);
create index connector_domain_by_domain on connector_domain (domain, connector_id);

create index connection_by_enterprise on connection (enterprise, connector_id) where state = 'active';
create index connector_version_by_digest on connector_version (digest)
`;

/** Connectors that are there already are found, too. */
export const after = fillSearch;
