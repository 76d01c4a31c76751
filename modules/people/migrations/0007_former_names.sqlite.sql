-- Text is compared by code point here already.
create index people_former_name_folded on people_former_name (family_folded, person);
