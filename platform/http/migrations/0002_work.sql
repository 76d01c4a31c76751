-- How far a long request is: its sender asks by the key that the request came with, perhaps through another process.
create table http_work (
    account bigint not null,
    key text not null,
    total bigint not null,
    done bigint not null,
    stopped boolean not null,
    begun_at timestamptz not null,
    primary key (account, key)
);

-- Earlier versions kept answers that hold secrets.
delete from http_idempotency;

-- Stored answers are kept for a time and then forgotten, the oldest first.
create index http_idempotency_account_created_at on http_idempotency (account, created_at);
