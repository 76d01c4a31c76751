-- Numbers are what a table that is loaded again knows its rows by: rooms and departments go by their names.
alter table network_department add column removed_on date;
alter table network_staff add column personnel_number text;
alter table network_equipment add column inventory_number text;
create unique index network_staff_organisation_personnel_number_unique on network_staff (organisation, personnel_number);
create unique index network_equipment_organisation_inventory_number_unique on network_equipment (organisation, inventory_number) where removed_on is null;
