-- This server among others: one row, made when somebody first looks. The seed makes its signing key.
create table travel_server (
    number bigint primary key,
    organisation bigint not null,
    name text not null,
    seed text not null,
    publishing boolean not null,
    sharing boolean not null,
    revision bigint not null
);

-- Feeds that this server reads, with the last that each of them said.
create table travel_feed (
    number ${key},
    id uuid not null constraint travel_feed_id_unique unique,
    url text not null constraint travel_feed_url_unique unique,
    title text not null,
    key text not null constraint travel_feed_key_unique unique,
    sequence bigint not null,
    entries_sha256 text not null,
    entries text not null,
    tag text not null,
    asked_at timestamptz,
    answered_at timestamptz,
    fault text,
    standing text,
    returned_at timestamptz
);

-- Servers that read the feed of this one and made themselves known.
create table travel_subscriber (
    number ${key},
    id uuid not null constraint travel_subscriber_id_unique unique,
    key text not null constraint travel_subscriber_key_unique unique,
    title text not null,
    standing text not null,
    asked_at timestamptz not null,
    sequence bigint not null,
    counted_at timestamptz
);

create table travel_count (
    subscriber bigint not null references travel_subscriber,
    code text not null,
    version text not null,
    stage text not null,
    centres bigint not null,
    primary key (subscriber, code, version, stage)
);
create index travel_count_code on travel_count (code);
