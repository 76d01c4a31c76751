-- The stored answer of a POST that carried an Idempotency-Key: asked again, it is given again and nothing happens.
create table http_idempotency (
    account bigint not null,
    key text not null,
    request_hash text not null,
    status bigint not null,
    revision text not null,
    body text not null,
    created_at timestamptz not null,
    primary key (account, key)
);
