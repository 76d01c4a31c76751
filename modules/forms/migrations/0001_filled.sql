-- A filled form never changes: a correction is a row that replaces one.
create table forms_filled (
    number ${key},
    id uuid not null constraint forms_filled_id_unique unique,
    person bigint not null,
    organisation bigint not null,
    practice bigint not null,
    practice_version bigint not null,
    form text not null,
    moment text not null,
    filled_on date not null,
    fact bigint,
    answers text not null,
    replaces bigint references forms_filled constraint forms_filled_replaces_earlier check (replaces < number),
    reason text constraint forms_filled_reason_of_correction check ((reason is null) = (replaces is null)),
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);
create unique index forms_filled_replaces_unique on forms_filled (replaces) where replaces is not null;
create index forms_filled_person on forms_filled (person, number);
create index forms_filled_practice on forms_filled (practice, form, organisation, filled_on);

-- What its answers come to, in hundredths; of a band the id of its row.
create table forms_score (
    number ${key},
    filled bigint not null references forms_filled,
    organisation bigint not null,
    score text not null,
    hundredths bigint,
    band text constraint forms_score_one_result check ((band is null) <> (hundredths is null))
);
create index forms_score_filled on forms_score (filled);
