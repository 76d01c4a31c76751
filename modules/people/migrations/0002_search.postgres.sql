-- A prefix is a range only where text is compared by code point, whatever the language of the server.
alter table people_card
    alter column family_folded type text collate "C",
    alter column given_folded type text collate "C",
    alter column patronymic_folded type text collate "C";
create index people_card_name on people_card (family_folded, given_folded, patronymic_folded, person);
create index people_card_birth on people_card (birth, family_folded);
