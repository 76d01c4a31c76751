-- What was said to a question. Questions themselves are computed from the facts and stored nowhere: the key is what the
-- question is about, so that what was said finds it again. 0 stands for nobody.
create table plausibility_word (
    number ${key},
    kind text not null,
    organisation bigint not null references network_organisation,
    worker bigint not null,
    person bigint not null,
    day date not null,
    said text not null,
    text text not null,
    value bigint not null,
    recorded_at timestamptz not null,
    account bigint not null
);
create index plausibility_word_day on plausibility_word (day);

-- From where on the region asks. The newest row stands; the others are what stood before.
create table plausibility_thresholds (
    number ${key},
    day_minutes bigint not null,
    late_facts bigint not null,
    late_days bigint not null,
    month_end_days bigint not null,
    month_end_people bigint not null,
    same_minutes_facts bigint not null,
    weekend_facts bigint not null,
    recorded_at timestamptz not null,
    account bigint not null
);
insert into plausibility_thresholds (day_minutes, late_facts, late_days, month_end_days, month_end_people, same_minutes_facts, weekend_facts, recorded_at, account)
    values (720, 20, 14, 3, 5, 30, 1, '2026-11-29T00:00:00.000Z', 0);
