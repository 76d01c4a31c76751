create table files_blob (
    number ${key},
    sha256 text not null constraint files_blob_sha256_unique unique,
    size bigint not null,
    stored_at timestamptz not null,
    content ${bytes} not null
);
