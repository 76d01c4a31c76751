create table practices_practice (
    number ${key},
    id uuid not null constraint practices_practice_id_unique unique,
    code text not null constraint practices_practice_code_unique unique,
    organisation bigint not null,
    listed bigint,
    titles text not null,
    sort_title text not null
);
create index practices_practice_sort_title on practices_practice (sort_title, number);

create table practices_version (
    number ${key},
    id uuid not null constraint practices_version_id_unique unique,
    practice bigint not null references practices_practice,
    version text not null,
    rank bigint not null,
    state text not null,
    withdrawn_reason text,
    installed_at timestamptz not null,
    installed_by bigint not null,
    package_sha256 text not null,
    document_sha256 text not null,
    signer text,
    signature text,
    start_cost bigint,
    titles text not null,
    sort_title text not null,
    card text not null,
    search text not null,
    document text not null,
    constraint practices_version_practice_version_unique unique (practice, version)
);
create index practices_version_rank on practices_version (practice, rank);

create table practices_facet (
    version bigint not null references practices_version,
    facet text not null,
    code text not null,
    primary key (version, facet, code)
);

create table practices_version_service (
    version bigint not null references practices_version,
    package_service text not null,
    service bigint not null,
    channels text not null,
    counts_unnamed boolean not null,
    primary key (version, package_service)
);

create table practices_file (
    version bigint not null references practices_version,
    path text not null,
    sha256 text not null,
    size bigint not null,
    primary key (version, path)
);

create table practices_key (
    number ${key},
    id uuid not null constraint practices_key_id_unique unique,
    key_id text not null constraint practices_key_key_id_unique unique,
    key text not null,
    title text not null,
    added_at timestamptz not null
);

create table practices_code (
    vocabulary text not null,
    code text not null,
    added_at timestamptz not null,
    primary key (vocabulary, code)
);
