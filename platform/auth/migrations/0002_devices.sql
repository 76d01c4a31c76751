-- Browsers in which an account signed in before: guessing elsewhere does not slow these down.
create table auth_device (
    token_hash text not null,
    account bigint not null references auth_account,
    seen_at timestamptz not null,
    primary key (token_hash, account)
);
create index auth_device_account on auth_device (account, seen_at);
