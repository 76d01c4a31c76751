-- What a person is asked to agree to: one purpose each, a separate document (152-ФЗ, art. 9, as changed from 01.09.2025). A version never
-- changes: whoever agreed, agreed to these words. `oral`: the region takes a spoken consent before a witness.
create table people_consent_text (
    number ${key},
    id uuid not null constraint people_consent_text_id_unique unique,
    purpose text not null,
    version bigint not null,
    title_ru text not null,
    title_kk text,
    title_en text,
    recipient_ru text not null, -- to whom the data go
    recipient_kk text,
    recipient_en text,
    body_ru text not null,
    body_kk text,
    body_en text,
    oral boolean not null,
    since date not null,
    sample boolean not null, -- shipped with the program, for the region's lawyer to look through
    account bigint, -- nobody wrote what was shipped
    at timestamptz,
    constraint people_consent_text_version_unique unique (purpose, version)
);

-- `turn` counts the consents of a person to a purpose: the last one stands, unless it was withdrawn. Who gave it for the person is
-- kept as it was on that day, since the personal file goes on changing.
create table people_consent (
    number ${key},
    id uuid not null constraint people_consent_id_unique unique,
    person bigint not null references people_person,
    purpose text not null,
    turn bigint not null,
    text bigint not null references people_consent_text,
    given_on date not null,
    channel text not null,
    witness text constraint people_consent_witness check ((channel = 'oral') = (witness is not null)),
    giver bigint references people_person,
    giver_name text,
    giver_authority text,
    giver_document text constraint people_consent_giver check ((giver_authority is null) = (giver_document is null)),
    account bigint not null,
    at timestamptz not null,
    constraint people_consent_turn_unique unique (person, purpose, turn)
);
create index people_consent_text_number on people_consent (text);
create index people_consent_giver_number on people_consent (giver) where giver is not null;

create table people_consent_withdrawal (
    number ${key},
    consent bigint not null references people_consent constraint people_consent_withdrawal_consent_unique unique,
    person bigint not null references people_person,
    withdrawn_on date not null,
    channel text not null,
    reason text,
    account bigint not null,
    at timestamptz not null
);
create index people_consent_withdrawal_person on people_consent_withdrawal (person);

-- A word of the region's lists is renamed or ended by whoever has seen it as it is.
alter table people_listed_word add column revision bigint not null default 1;
