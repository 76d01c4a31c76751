create table rollout_adoption (
    number ${key},
    id uuid not null constraint rollout_adoption_id_unique unique,
    organisation bigint not null references network_organisation,
    practice bigint not null,
    version bigint not null,
    recorded_on date not null,
    chosen_on date not null,
    confirmed_on date,
    opened_on date,
    opening_recorded_on date,
    opening_order text not null,
    revision bigint not null,
    constraint rollout_adoption_organisation_practice_unique unique (organisation, practice)
);

create table rollout_adoption_version (
    number ${key},
    adoption bigint not null references rollout_adoption,
    version bigint not null,
    chosen_on date not null
);
create index rollout_adoption_version_adoption on rollout_adoption_version (adoption, number);

create table rollout_stop (
    number ${key},
    adoption bigint not null references rollout_adoption,
    stopped_on date not null,
    reason text not null,
    resumed_on date
);
create index rollout_stop_adoption on rollout_stop (adoption, number);

create table rollout_adaptation (
    number ${key},
    id uuid not null constraint rollout_adaptation_id_unique unique,
    adoption bigint not null references rollout_adoption,
    organisation bigint not null references network_organisation,
    component text not null,
    text text not null,
    revision bigint not null,
    constraint rollout_adaptation_adoption_component_unique unique (adoption, component)
);
