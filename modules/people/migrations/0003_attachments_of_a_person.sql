-- The card lists them all, also those that have ended; and a person that is not kept after all must have none.
create index people_attachment_person on people_attachment (person, number);
