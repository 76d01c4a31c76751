create table rollout_campaign (
    number ${key},
    id uuid not null constraint rollout_campaign_id_unique unique,
    order_number text not null,
    signed_on date,
    title text not null,
    text text not null,
    state text not null,
    revision bigint not null
);

create table rollout_assignment (
    number ${key},
    id uuid not null constraint rollout_assignment_id_unique unique,
    campaign bigint not null references rollout_campaign,
    organisation bigint not null references network_organisation,
    practice bigint not null,
    wave bigint not null constraint rollout_assignment_wave_positive check (wave > 0),
    deadline date not null,
    target text not null,
    exempt_on date,
    exempt_reason text not null,
    revision bigint not null,
    constraint rollout_assignment_campaign_organisation_practice_unique unique (campaign, organisation, practice)
);
create index rollout_assignment_organisation on rollout_assignment (organisation, practice);

-- What an order said on every day: its signing, every deadline that was moved, every exemption.
create table rollout_assignment_change (
    number ${key},
    assignment bigint not null references rollout_assignment,
    kind text not null,
    changed_on date not null,
    changed_at timestamptz not null,
    account bigint not null,
    deadline_before date not null,
    deadline date not null,
    reason text not null
);
create index rollout_assignment_change_assignment on rollout_assignment_change (assignment, number);

-- Counts the changes of what the matrix is made of, so that what was computed is used until something changes.
create table rollout_pulse (
    organisation bigint not null constraint rollout_pulse_organisation_unique unique references network_organisation,
    changes bigint not null
);
