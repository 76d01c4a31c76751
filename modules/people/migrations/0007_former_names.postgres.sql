-- A prefix is a range only where text is compared by code point, whatever the language of the server.
alter table people_former_name alter column family_folded type text collate "C";
create index people_former_name_folded on people_former_name (family_folded, person);
