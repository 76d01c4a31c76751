-- Who is served where, without name or reason, seen by all staff: whoever records for another centre must know that the
-- centre serves the person, and reads no attachment of that centre.
create table people_served (
    number ${key},
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    since date not null,
    until_on date
);
insert into people_served (person, organisation, since, until_on) select person, organisation, since, until_on from people_attachment;
create index people_served_person on people_served (person, organisation);
