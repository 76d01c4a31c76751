-- A closed month of a centre. It stays as it was reported: what stood in the ledger up to the position, by the norms and assessments of
-- then. Later facts are told by correction records of a later closing.
create table acts_closing (
    number ${key},
    id uuid not null constraint acts_closing_id_unique unique,
    organisation bigint not null references network_organisation,
    month date not null,
    year bigint not null,
    position bigint not null,
    assessment bigint not null, -- the last one that was taken into account, by number
    prices text not null,       -- fingerprint of the tariffs that held in the month
    people bigint not null,
    facts bigint not null,
    sum_kopecks bigint not null,
    payable_kopecks bigint not null,
    budget_kopecks bigint not null,
    undetermined bigint not null,
    corrections bigint not null,
    correction_kopecks bigint not null,
    sha256 text not null,
    accepted text,
    closed_on date not null,
    closed_at timestamptz not null,
    account bigint not null
);
create unique index acts_closing_organisation_month_unique on acts_closing (organisation, month);

-- What each recipient was given and pays, as it was reported, with everything that its paper says.
create table acts_act (
    number ${key},
    id uuid not null constraint acts_act_id_unique unique,
    closing bigint not null references acts_closing,
    organisation bigint not null references network_organisation,
    month date not null,
    year bigint not null,
    serial bigint not null,
    person bigint not null references people_person,
    folded text not null, -- the name, to find it
    facts bigint not null,
    sum_kopecks bigint not null,
    payable_kopecks bigint,
    content text not null,
    sha256 text not null
);
create unique index acts_act_organisation_year_serial_unique on acts_act (organisation, year, serial);
create index acts_act_closing on acts_act (closing, serial);
create unique index acts_act_person_organisation_month_unique on acts_act (person, organisation, month);

-- A closed month of a person that came to something else; reported with a later month.
create table acts_correction (
    number ${key},
    id uuid not null constraint acts_correction_id_unique unique,
    closing bigint not null references acts_closing,
    organisation bigint not null references network_organisation,
    about date not null,
    year bigint not null,
    serial bigint not null,
    person bigint not null references people_person,
    content text not null,
    sha256 text not null
);
create unique index acts_correction_organisation_year_serial_unique on acts_correction (organisation, year, serial);
create unique index acts_correction_closing_about_person_unique on acts_correction (closing, about, person);
create index acts_correction_person on acts_correction (person, organisation, about, number);

-- What became of an act on paper; the last mark counts.
create table acts_mark (
    number ${key},
    act bigint not null references acts_act,
    organisation bigint not null references network_organisation,
    kind text not null,
    day date not null,
    signer text,
    reason text constraint acts_mark_reason_given check (kind = 'signed_on_paper' or reason is not null),
    account bigint not null,
    at timestamptz not null
);
create index acts_mark_act on acts_mark (act, number);

-- Files that left the house, by the hash of their bytes: what comes back on paper or by mail is known again.
create table acts_file (
    number ${key},
    closing bigint not null references acts_closing,
    organisation bigint not null references network_organisation,
    act bigint references acts_act,
    sha256 text not null,
    account bigint not null,
    at timestamptz not null
);
create index acts_file_act on acts_file (act, number) where act is not null;
create index acts_file_closing on acts_file (closing, number);
