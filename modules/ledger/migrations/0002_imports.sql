-- A job. Its content goes when it ends; of what failed, header and records stay for the file of errors.
create table ledger_import (
    number ${key},
    id uuid not null constraint ledger_import_id_unique unique,
    organisation bigint not null,
    account bigint not null,
    caller_organisation bigint not null,
    caller_scope text not null,
    request text not null,
    source text not null,
    mode text not null,
    state text not null,
    runner text,
    beat_at timestamptz not null,
    created_at timestamptz not null,
    finished_at timestamptz,
    lines_total bigint not null,
    lines_done bigint not null,
    added bigint not null,
    repeated bigint not null,
    failed bigint not null,
    persons_added bigint not null,
    header text not null,
    content ${bytes} not null
);
create index ledger_import_state on ledger_import (state, number);
create index ledger_import_organisation on ledger_import (organisation, number);

create table ledger_import_error (
    import bigint not null references ledger_import,
    line bigint not null,
    ordinal bigint not null,
    column_name text not null,
    code text not null,
    arguments text not null,
    record text not null,
    primary key (import, line, ordinal)
);
