-- Which paper was issued of an application, a programme or a contract with these data: asked for again, the same one is opened.
create table programmes_paper (
    number ${key},
    thing uuid not null,
    kind text not null,
    data_hash text not null,
    paper uuid not null,
    label text not null,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation
);
create unique index programmes_paper_thing_unique on programmes_paper (organisation, thing, kind, data_hash);
