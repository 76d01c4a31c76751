-- What can be found, whole; the index is made from it in memory.
create table search_document (
    number ${key},
    kind text not null,
    id uuid not null,
    path text not null,
    permission text not null,
    organisation bigint not null,
    texts text not null,
    constraint search_document_kind_id_unique unique (kind, id)
);

-- Which documents changed, in the order of commit: what an index in memory reads to follow.
create table search_change (
    number ${key},
    kind text not null,
    id uuid not null
);
