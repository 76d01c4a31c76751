-- From here on in the ledger the person is the survivor; survivor 0 undoes that. The image applies merges in this order, each behind
-- the fact at `after_position`, so that figures as of an earlier day stay what they were.
create table ledger_merge (
    number ${key},
    person bigint not null,
    survivor bigint not null,
    after_position bigint not null,
    recorded_on date not null,
    account bigint not null
);
create index ledger_merge_person on ledger_merge (person, number);
