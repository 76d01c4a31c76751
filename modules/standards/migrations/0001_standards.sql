create table standards_standard (
    number ${key},
    id uuid not null constraint standards_standard_id_unique unique,
    code text not null constraint standards_standard_code_unique unique,
    practice bigint references practices_practice,
    service bigint references catalogue_service,
    created_at timestamptz not null,
    account bigint not null,
    constraint standards_standard_subject_one check ((practice is null) <> (service is null))
);
create index standards_standard_practice on standards_standard (practice);

-- A version that was approved is never changed; until then its text is the author's.
create table standards_version (
    number ${key},
    id uuid not null constraint standards_version_id_unique unique,
    standard bigint not null references standards_standard,
    ordinal bigint not null,
    title text not null,
    content text not null,
    sent_on date,
    comments_until date,
    ended_on date,
    ended_reason text,
    order_number text,
    order_date date,
    in_force_from date,
    approved_on date,
    revision bigint not null,
    constraint standards_version_standard_ordinal_unique unique (standard, ordinal)
);
create index standards_version_in_force on standards_version (approved_on, in_force_from);

-- Addresses that readers have seen: a number means one clause for the standard's life.
create table standards_clause (
    number ${key},
    standard bigint not null references standards_standard,
    clause text not null,
    address text not null,
    constraint standards_clause_standard_clause_unique unique (standard, clause),
    constraint standards_clause_standard_address_unique unique (standard, address)
);

create table standards_repeal (
    number ${key},
    standard bigint not null constraint standards_repeal_standard_unique unique references standards_standard,
    order_number text not null,
    order_date date not null,
    day date not null,
    recorded_on date not null,
    recorded_at timestamptz not null,
    account bigint not null
);

create table standards_pilot (
    number ${key},
    version bigint not null constraint standards_pilot_version_unique unique references standards_version,
    criteria text not null,
    starts_on date not null,
    recorded_on date not null,
    account bigint not null
);

create table standards_pilot_centre (
    number ${key},
    pilot bigint not null references standards_pilot,
    organisation bigint not null references network_organisation,
    constraint standards_pilot_centre_pilot_organisation_unique unique (pilot, organisation)
);

create table standards_pilot_result (
    number ${key},
    pilot bigint not null constraint standards_pilot_result_pilot_unique unique references standards_pilot,
    outcome text not null,
    text text not null,
    recorded_on date not null,
    account bigint not null
);

create table standards_comment (
    number ${key},
    id uuid not null constraint standards_comment_id_unique unique,
    version bigint not null references standards_version,
    organisation bigint not null references network_organisation,
    account bigint not null,
    about text not null,
    part text not null,
    text text not null,
    made_at timestamptz not null,
    decision text,
    answer text,
    answered_at timestamptz,
    answered_by bigint
);
create index standards_comment_version on standards_comment (version, number);

create table standards_waiver (
    number ${key},
    id uuid not null constraint standards_waiver_id_unique unique,
    standard bigint not null references standards_standard,
    organisation bigint not null references network_organisation,
    statement text not null,
    from_day date not null,
    until_day date not null,
    reason text not null,
    order_number text not null,
    order_date date not null,
    recorded_on date not null,
    recorded_at timestamptz not null,
    account bigint not null
);
create index standards_waiver_standard on standards_waiver (standard, number);
create index standards_waiver_until on standards_waiver (until_day);

create table standards_waiver_end (
    number ${key},
    waiver bigint not null constraint standards_waiver_end_waiver_unique unique references standards_waiver,
    day date not null,
    reason text not null,
    recorded_on date not null,
    recorded_at timestamptz not null,
    account bigint not null
);
