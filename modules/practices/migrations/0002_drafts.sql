create table practices_draft (
    number ${key},
    id uuid not null constraint practices_draft_id_unique unique,
    organisation bigint not null,
    code text constraint practices_draft_code_unique unique,
    title text not null,
    version text not null,
    based_on uuid,
    changed_at timestamptz not null,
    revision bigint not null,
    document text not null
);
create index practices_draft_organisation on practices_draft (organisation, number);

create table practices_draft_file (
    draft bigint not null references practices_draft,
    path text not null,
    sha256 text not null,
    size bigint not null,
    primary key (draft, path)
);
