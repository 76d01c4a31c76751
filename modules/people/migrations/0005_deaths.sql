-- Who died is asked of the whole register at once; the living are not walked over for that.
create index people_person_death on people_person (death) where death is not null;
