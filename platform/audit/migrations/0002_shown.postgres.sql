-- Whose names a list, a search or a file showed: the record holds them, and each person finds the record.
create table audit_shown (
    person uuid not null,
    record bigint not null,
    primary key (person, record)
);
insert into audit_shown (person, record)
select distinct cast(shown.person as uuid), r.number
from audit_record r cross join lateral json_array_elements_text(cast(r.detail as json) -> 'persons') shown (person)
where r.person is null or r.person <> cast(shown.person as uuid);
