-- What a specialist concluded of a person's need on a day: circumstances as the file had them then, and filled scales. A
-- correction is a row that replaces one.
create table scales_assessment (
    number ${key},
    id uuid not null constraint scales_assessment_id_unique unique,
    person bigint not null,
    organisation bigint not null,
    assessed_on date not null,
    circumstances text not null,
    level bigint,
    conclusion text not null,
    replaces bigint references scales_assessment constraint scales_assessment_replaces_earlier check (replaces < number),
    reason text constraint scales_assessment_reason_of_correction check ((reason is null) = (replaces is null)),
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);
create unique index scales_assessment_replaces_unique on scales_assessment (replaces) where replaces is not null;
create index scales_assessment_person on scales_assessment (person, assessed_on);

create table scales_assessed (
    number ${key},
    assessment bigint not null references scales_assessment,
    organisation bigint not null,
    filled bigint not null references scales_filled
);
create index scales_assessed_assessment on scales_assessed (assessment);
