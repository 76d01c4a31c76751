-- The scales of the region: each a form that belongs to no practice, in versions of which none ever changes.
create table scales_scale (
    number ${key},
    id uuid not null constraint scales_scale_id_unique unique,
    code text not null constraint scales_scale_code_unique unique
);
create table scales_version (
    number ${key},
    scale bigint not null references scales_scale,
    version bigint not null,
    valid_from date not null,
    description text not null,
    published_at timestamptz not null,
    account bigint not null
);
create unique index scales_version_scale_version_unique on scales_version (scale, version);

-- Filled for somebody on a day, by the version that was in force then. A correction is a row that replaces one.
create table scales_filled (
    number ${key},
    id uuid not null constraint scales_filled_id_unique unique,
    person bigint not null,
    organisation bigint not null,
    scale bigint not null references scales_scale,
    version bigint not null references scales_version,
    filled_on date not null,
    replaces bigint references scales_filled constraint scales_filled_replaces_earlier check (replaces < number),
    reason text constraint scales_filled_reason_of_correction check ((reason is null) = (replaces is null)),
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);
create unique index scales_filled_replaces_unique on scales_filled (replaces) where replaces is not null;
create index scales_filled_person on scales_filled (person, scale, filled_on);

-- Apart from it, as with forms: the region sees that a scale was filled and what it came to, and reads no answer.
create table scales_answers (
    filled ${key} references scales_filled,
    organisation bigint not null,
    answers text not null
);

-- What the answers come to, in hundredths; of a band the id of its row.
create table scales_score (
    number ${key},
    filled bigint not null references scales_filled,
    organisation bigint not null,
    score text not null,
    hundredths bigint,
    band text constraint scales_score_one_result check ((band is null) <> (hundredths is null))
);
create index scales_score_filled on scales_score (filled);
