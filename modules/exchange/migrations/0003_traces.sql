create table exchange_file (
    number ${key},
    id uuid not null constraint exchange_file_id_unique unique,
    event bigint not null references exchange_event,
    kind text not null,
    name text not null,
    sha text not null,
    size bigint not null,
    added_at timestamptz not null,
    account bigint not null
);
create index exchange_file_event on exchange_file (event, number);

-- Who is on a photo, and who obtained their consent: seen by the host and by the region.
create table exchange_consent (
    file ${key} references exchange_file,
    host bigint not null references network_organisation,
    people text not null,
    obtained_by text not null
);

create table exchange_decision (
    number ${key},
    id uuid not null constraint exchange_decision_id_unique unique,
    event bigint not null references exchange_event,
    text text not null,
    owner bigint not null references network_organisation,
    due date not null,
    state text not null,
    practice bigint,
    organisation bigint references network_organisation,
    closed_on date,
    reason text not null,
    answer text not null,
    answered_by text not null,
    answered_at timestamptz,
    revision bigint not null
);
create index exchange_decision_event on exchange_decision (event, number);

-- A link by which an agency without an account answers once. The token itself is known to its holder only.
create table exchange_link (
    number ${key},
    decision bigint not null references exchange_decision,
    token_hash text not null constraint exchange_link_token_hash_unique unique,
    expires_at timestamptz not null,
    ended_at timestamptz
);
create index exchange_link_decision on exchange_link (decision, number);
