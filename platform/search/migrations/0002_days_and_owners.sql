-- Days on which a document is found, for what binds for a time; and the thing that it is a part of, so that all parts of a
-- thing change together.
alter table search_document add column found_from date;
alter table search_document add column found_until date;
alter table search_document add column owner uuid;
create index search_document_owner on search_document (owner);
