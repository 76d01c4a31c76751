-- What statistics need of a person and nothing that names it: seen by all staff.
create table people_person (
    number ${key},
    id uuid not null constraint people_person_id_unique unique,
    birth date not null,
    death date constraint people_person_death_after_birth check (death >= birth),
    sex text not null,
    district bigint references network_district
);

-- What names the person: seen where the person is served. The birth stands here too, for the index of the desk's search.
create table people_card (
    person ${key} references people_person,
    family_name text not null,
    given_name text not null,
    patronymic text,
    family_folded text not null,
    given_folded text not null,
    patronymic_folded text not null,
    birth date not null,
    snils text constraint people_card_snils_unique unique,
    iin text constraint people_card_iin_unique unique,
    phone text,
    address text,
    revision bigint not null
);

-- The person is served by the organisation: the scope of persons.
create table people_attachment (
    number ${key},
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    since date not null,
    until_on date,
    reason text,
    account bigint not null
);
create unique index people_attachment_person_organisation_unique on people_attachment (person, organisation) where until_on is null;
create index people_attachment_organisation on people_attachment (organisation, person) where until_on is null;

-- A desk asked across centres. What it may attach is what it found itself, for half an hour.
create table people_lookup (
    number ${key},
    id uuid not null constraint people_lookup_id_unique unique,
    account bigint not null,
    person bigint references people_person,
    at timestamptz not null
);
create index people_lookup_account on people_lookup (account, at);
