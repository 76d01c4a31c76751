-- The register was looked through from end to end.
create table duplicates_run (
    number ${key},
    id uuid not null constraint duplicates_run_id_unique unique,
    begun_at timestamptz not null,
    ended_at timestamptz not null,
    persons bigint not null,
    pairs bigint not null,
    parameters text not null, -- what was found out of the register, as matching writes it
    account bigint not null
);

-- Two of whom a run says that they may be one. `one` is the smaller number.
create table duplicates_pair (
    number ${key},
    id uuid not null constraint duplicates_pair_id_unique unique,
    one bigint not null references people_person,
    other bigint not null references people_person constraint duplicates_pair_two check (one < other),
    weight bigint not null, -- hundredths of the logarithm of the odds that they are one
    reasons text not null,
    run bigint not null,
    state text not null
);
create unique index duplicates_pair_one_other_unique on duplicates_pair (one, other);
create index duplicates_pair_state on duplicates_pair (state, weight, number);
create index duplicates_pair_other on duplicates_pair (other);

-- What people decided of a pair. Append-only: a later decision stands beside the earlier one.
create table duplicates_decision (
    number ${key},
    pair bigint not null references duplicates_pair,
    verdict text not null,
    reason text,
    account bigint not null,
    at timestamptz not null
);
create index duplicates_decision_pair on duplicates_decision (pair, number);
