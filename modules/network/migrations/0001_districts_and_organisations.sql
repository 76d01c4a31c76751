create table network_district (
    number ${key},
    id uuid not null constraint network_district_id_unique unique,
    code text not null constraint network_district_code_unique unique,
    title text not null,
    population bigint not null constraint network_district_population_positive check (population >= 0),
    elders bigint not null constraint network_district_elders_part check (elders >= 0 and elders <= population),
    road_km bigint not null,
    tile_row bigint not null,
    tile_column bigint not null,
    outline text not null,
    revision bigint not null
);

create table network_organisation (
    number ${key},
    id uuid not null constraint network_organisation_id_unique unique,
    code text not null constraint network_organisation_code_unique unique,
    kind text not null,
    title text not null,
    short_title text not null,
    parent bigint references network_organisation,
    district bigint references network_district,
    zone text not null,
    address text not null,
    phone text not null,
    director text not null,
    closed_on date,
    revision bigint not null
);
create index network_organisation_parent on network_organisation (parent);
create index network_organisation_short_title on network_organisation (short_title, number);

create table network_department (
    number ${key},
    id uuid not null constraint network_department_id_unique unique,
    organisation bigint not null references network_organisation,
    title text not null,
    revision bigint not null
);
create index network_department_organisation on network_department (organisation);
