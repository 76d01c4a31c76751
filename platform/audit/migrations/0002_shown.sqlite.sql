-- Whose names a list, a search or a file showed: the record holds them, and each person finds the record.
create table audit_shown (
    person uuid not null,
    record bigint not null,
    primary key (person, record)
) without rowid;
insert into audit_shown (person, record)
select distinct shown.value, r.number from audit_record r, json_each(r.detail, '$.persons') shown where r.person is null or r.person <> shown.value;
