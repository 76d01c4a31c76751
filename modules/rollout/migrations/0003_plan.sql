create table rollout_plan_line (
    number ${key},
    id uuid not null constraint rollout_plan_line_id_unique unique,
    adoption bigint not null references rollout_adoption,
    organisation bigint not null references network_organisation,
    need text not null,
    kind text not null,
    title text not null,
    mandatory boolean not null,
    owner text not null,
    due date not null,
    created_on date not null,
    closed_on date,
    closed_by bigint,
    proof_kind text not null,
    proof_sha text not null,
    proof_name text not null,
    note text not null,
    revision bigint not null
);
create index rollout_plan_line_adoption on rollout_plan_line (adoption, number);
create index rollout_plan_line_organisation on rollout_plan_line (organisation);

-- Due days as they were before, so that a past day can be asked about.
create table rollout_plan_line_move (
    number ${key},
    line bigint not null references rollout_plan_line,
    organisation bigint not null references network_organisation,
    moved_on date not null,
    due_before date not null,
    due date not null,
    account bigint not null
);
create index rollout_plan_line_move_line on rollout_plan_line_move (line, number);
create index rollout_plan_line_move_organisation on rollout_plan_line_move (organisation);

-- Organisations whose register changed by the hand of somebody who may not see their plans: looked at when the write settles.
create table rollout_recheck (
    number ${key},
    organisation bigint not null references network_organisation,
    day date not null
);
