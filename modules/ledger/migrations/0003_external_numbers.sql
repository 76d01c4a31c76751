-- The fact whose external number this one takes over, since that one was taken back; 0: none. Of those that follow one
-- another with the same number, each has another predecessor: two that stand at once would have the same.
alter table ledger_fact add column replaces bigint not null default 0;
drop index ledger_fact_home_provider_source_external_id_unique;
create unique index ledger_fact_home_provider_source_external_id_replaces_unique
    on ledger_fact (home_provider, source, external_id, replaces) where external_id is not null;
