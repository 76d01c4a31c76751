create table auth_account (
    number ${key},
    id uuid not null constraint auth_account_id_unique unique,
    login text not null constraint auth_account_login_unique unique,
    name text not null,
    language text not null,
    password_hash text,
    created_at timestamptz not null,
    disabled_at timestamptz,
    revision bigint not null
);

create table auth_grant (
    account bigint not null references auth_account,
    role text not null,
    organisation bigint not null,
    primary key (account, role, organisation)
);

create table auth_session (
    token_hash text primary key,
    account bigint not null references auth_account,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null
);
create index auth_session_account on auth_session (account);

create table auth_invitation (
    token_hash text primary key,
    account bigint not null references auth_account,
    expires_at timestamptz not null
);
create index auth_invitation_account on auth_invitation (account);
