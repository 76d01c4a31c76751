-- What the region set, from a day to a day. What is open ends on the last day of the calendar, so that one range of the index finds
-- what holds on a day. A row is never overwritten: a new value ends the former one, a wrong one is withdrawn and stays.
create table payment_norm (
    number ${key},
    id uuid not null constraint payment_norm_id_unique unique,
    kind text not null,
    service bigint references catalogue_service,
    subject text not null,
    area text,
    amount_kopecks bigint constraint payment_norm_amount_positive check (amount_kopecks >= 0),
    limit_percent bigint,
    share_percent bigint,
    cap_percent bigint,
    ground text not null,
    valid_from date not null,
    valid_to date not null constraint payment_norm_dates_order check (valid_to >= valid_from),
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null,
    withdrawn_on date,
    withdrawn_reason text constraint payment_norm_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index payment_norm_in_force on payment_norm (valid_to, valid_from);
create index payment_norm_subject on payment_norm (kind, service, subject, valid_from);

-- What a person is able to pay, as it was reckoned on a day: what was given, every line of the calculation, the norms by their ids.
-- Nothing changes: a recalculation is a row that follows another one, for a reason.
create table payment_assessment (
    number ${key},
    id uuid not null constraint payment_assessment_id_unique unique,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    given text not null,
    calculation text not null,
    payment_kopecks bigint not null constraint payment_assessment_payment_positive check (payment_kopecks >= 0),
    effective_on date not null,
    previous bigint references payment_assessment constraint payment_assessment_previous_unique unique,
    reason text constraint payment_assessment_reason_of_change check ((reason is null) = (previous is null)),
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);
create index payment_assessment_person on payment_assessment (person, number);
create unique index payment_assessment_person_first_unique on payment_assessment (person) where previous is null;
create index payment_assessment_organisation on payment_assessment (organisation, number);

-- Which norms an assessment rests on: when one of them ends, it is to be reckoned anew.
create table payment_assessment_norm (
    number ${key},
    assessment bigint not null references payment_assessment,
    person bigint not null references people_person,
    norm bigint not null references payment_norm
);
create index payment_assessment_norm_assessment on payment_assessment_norm (assessment, norm);
