-- What adopters say. A review that is written anew replaces the one before, which stays.
create table evidence_review (
    number ${key},
    id uuid not null constraint evidence_review_id_unique unique,
    adoption bigint not null references rollout_adoption,
    organisation bigint not null references network_organisation,
    practice bigint not null references practices_practice,
    written_on date not null,
    months bigint not null,
    changed text not null,
    cost text not null,
    cost_kopecks bigint,
    trouble text not null,
    advice text not null,
    account bigint not null,
    standing boolean not null,
    answer text,
    answered_on date,
    answered_by bigint
);
create unique index evidence_review_adoption_unique on evidence_review (adoption) where standing;
create index evidence_review_practice on evidence_review (practice, number);
create index evidence_review_organisation on evidence_review (organisation, practice, number);

create table evidence_ground (
    number ${key},
    id uuid not null constraint evidence_ground_id_unique unique,
    practice bigint not null references practices_practice,
    name text not null,
    sha text not null
);

-- The last one of an axis stands.
create table evidence_judgement (
    number ${key},
    id uuid not null constraint evidence_judgement_id_unique unique,
    practice bigint not null references practices_practice,
    axis text not null,
    level bigint not null constraint evidence_judgement_level_range check (level >= 0 and level <= 3),
    basis text not null,
    text text not null,
    ground bigint references evidence_ground,
    judged_on date not null,
    account bigint not null
);
create index evidence_judgement_practice on evidence_judgement (practice, number);

create table evidence_rate (
    qualification text not null,
    hour_kopecks bigint not null constraint evidence_rate_positive check (hour_kopecks > 0),
    valid_from date not null,
    primary key (qualification, valid_from)
);
