-- Days and times are those of the host's wall clock, in the zone that the event keeps.
create table exchange_event (
    number ${key},
    id uuid not null constraint exchange_event_id_unique unique,
    kind text not null,
    topic text not null,
    summary text not null,
    starts_on date not null,
    starts_time text not null,
    ends_on date not null,
    ends_time text not null,
    zone text not null,
    host bigint not null references network_organisation,
    place text not null,
    capacity bigint not null constraint exchange_event_capacity_positive check (capacity > 0),
    state text not null,
    cancel_reason text not null,
    proposed_by bigint not null,
    proposed_at timestamptz not null,
    protocol text not null,
    revision bigint not null
);
create index exchange_event_starts_on on exchange_event (starts_on, number);

create table exchange_item (
    number ${key},
    event bigint not null references exchange_event,
    day date not null,
    starts_time text not null,
    ends_time text not null,
    title text not null,
    speaker text not null
);
create index exchange_item_event on exchange_item (event, day, starts_time);

-- The practices that an item of the programme shows.
create table exchange_shown (
    item bigint not null references exchange_item,
    event bigint not null references exchange_event,
    practice bigint not null,
    primary key (item, practice)
);
create index exchange_shown_event on exchange_shown (event);
