-- The table of an import that is not over, apart from the counters: a row is written anew at every step, and with it all
-- that it holds.
create table ledger_import_content (
    import ${key} references ledger_import,
    content ${bytes} not null
);
insert into ledger_import_content (import, content) select number, content from ledger_import where state in ('queued', 'running');
alter table ledger_import drop column content;
