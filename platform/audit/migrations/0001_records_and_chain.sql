create table audit_record (
    number ${key},
    at timestamptz not null,
    account bigint not null,
    organisation bigint not null,
    request text not null,
    action text not null,
    object uuid,
    person uuid,
    detail text not null
);
create index audit_record_person on audit_record (person, number);
create index audit_record_object on audit_record (object, number);

create table audit_chain (
    position bigint primary key,
    record bigint not null,
    hash ${bytes} not null
);
