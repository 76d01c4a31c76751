-- A person is away from where the services are delivered: in hospital, or elsewhere. The days are those of the absence, the first
-- and the last included; without a last day it lasts. One entered by mistake is withdrawn for a reason and stays.
create table journal_absence (
    number ${key},
    id uuid not null constraint journal_absence_id_unique unique,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    kind text not null constraint journal_absence_kind_known check (kind in ('hospital', 'away')),
    from_on date not null,
    until_on date constraint journal_absence_until_on_after_from check (until_on >= from_on),
    note text,
    withdrawn text,
    recorded_at timestamptz not null,
    account bigint not null
);
create index journal_absence_person on journal_absence (person, number);

-- What was warned of when a fact was recorded all the same. Numbers of the ledger's and the catalogue's rows stand here as they do
-- in the ledger: without foreign keys.
create table journal_notice (
    number ${key},
    organisation bigint not null,
    person bigint not null,
    service bigint not null,
    performed_on date not null,
    fact uuid not null,
    warnings text not null,
    planned bigint,
    delivered bigint not null,
    recorded_at timestamptz not null,
    account bigint not null
);
create index journal_notice_organisation on journal_notice (organisation, number);
