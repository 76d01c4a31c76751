-- Numbers of other modules' rows stand here without foreign keys: a fact is written in microseconds, and what it names
-- is never deleted. `ryadom verify` checks them.
create table ledger_fact (
    number ${key},
    id uuid not null constraint ledger_fact_id_unique unique,
    person bigint,
    unnamed_count bigint not null constraint ledger_fact_recipients check ((person is null) = (unnamed_count > 0)),
    service bigint not null,
    performed_on date not null,
    minutes bigint not null constraint ledger_fact_minutes_day check (minutes between 1 and 1440),
    quantity bigint not null constraint ledger_fact_quantity_positive check (quantity > 0),
    channel text not null,
    group_number bigint,
    request_on date,
    home_provider bigint not null,
    performer_provider bigint not null,
    worker bigint,
    practice bigint,
    practice_version bigint constraint ledger_fact_version_of_practice check ((practice is null) = (practice_version is null)),
    programme bigint,
    standard_version bigint,
    source text not null,
    external_id text,
    recorded_at timestamptz not null,
    recorded_on date not null,
    reverses bigint references ledger_fact constraint ledger_fact_reverses_earlier check (reverses < number),
    reason text constraint ledger_fact_reason_of_reversal check ((reason is null) = (reverses is null)),
    account bigint not null
);
create index ledger_fact_person on ledger_fact (person, number);
create index ledger_fact_account on ledger_fact (account, number);
create unique index ledger_fact_reverses_unique on ledger_fact (reverses) where reverses is not null;
-- Within the home provider: the numbers of one centre are nobody else's business.
create unique index ledger_fact_home_provider_source_external_id_unique on ledger_fact (home_provider, source, external_id)
    where external_id is not null;

-- The people of one lesson or talk: their facts name the same group.
create table ledger_group (
    number ${key},
    home_provider bigint not null,
    performer_provider bigint not null,
    recorded_at timestamptz not null
);
