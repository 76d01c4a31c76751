create table network_room (
    number ${key},
    id uuid not null constraint network_room_id_unique unique,
    organisation bigint not null references network_organisation,
    title text not null,
    kind text not null,
    capacity bigint not null constraint network_room_capacity_positive check (capacity >= 0),
    removed_on date,
    revision bigint not null
);
create index network_room_organisation on network_room (organisation);

create table network_equipment (
    number ${key},
    id uuid not null constraint network_equipment_id_unique unique,
    organisation bigint not null references network_organisation,
    room bigint references network_room,
    title text not null,
    kind text not null,
    count bigint not null constraint network_equipment_count_positive check (count >= 0),
    removed_on date,
    revision bigint not null
);
create index network_equipment_organisation on network_equipment (organisation);

create table network_staff (
    number ${key},
    id uuid not null constraint network_staff_id_unique unique,
    organisation bigint not null references network_organisation,
    department bigint references network_department,
    account bigint,
    name text not null,
    position text not null,
    rate bigint not null constraint network_staff_rate_part check (rate > 0 and rate <= 200),
    hired_on date not null,
    left_on date,
    revision bigint not null
);
create index network_staff_organisation on network_staff (organisation);
create index network_staff_account on network_staff (account);

create table network_qualification (
    staff bigint not null references network_staff,
    code text not null,
    valid_from date not null,
    valid_to date,
    primary key (staff, code, valid_from)
);
