-- Who comes from which centre is open to all staff as numbers; names stand in exchange_delegate.
create table exchange_delegation (
    number ${key},
    id uuid not null constraint exchange_delegation_id_unique unique,
    event bigint not null references exchange_event,
    organisation bigint not null references network_organisation,
    state text not null,
    people bigint not null,
    came bigint not null,
    revision bigint not null,
    constraint exchange_delegation_event_organisation_unique unique (event, organisation)
);

-- Seen by the own centre, by the host, and by the region.
create table exchange_delegate (
    number ${key},
    id uuid not null constraint exchange_delegate_id_unique unique,
    delegation bigint not null references exchange_delegation,
    organisation bigint not null references network_organisation,
    host bigint not null references network_organisation,
    staff bigint,
    name text not null,
    position text not null,
    attended boolean
);
create index exchange_delegate_delegation on exchange_delegate (delegation, number);
create index exchange_delegate_organisation on exchange_delegate (organisation);
create index exchange_delegate_host on exchange_delegate (host);

-- What a centre means to take home, and the adoption that came of it.
create table exchange_pick (
    number ${key},
    id uuid not null constraint exchange_pick_id_unique unique,
    event bigint not null references exchange_event,
    organisation bigint not null references network_organisation,
    practice bigint not null,
    picked_on date not null,
    adoption uuid,
    constraint exchange_pick_event_organisation_practice_unique unique (event, organisation, practice)
);
