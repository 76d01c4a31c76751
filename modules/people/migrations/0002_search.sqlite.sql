-- Text is compared by code point here already.
create index people_card_name on people_card (family_folded, given_folded, patronymic_folded, person);
create index people_card_birth on people_card (birth, family_folded);
