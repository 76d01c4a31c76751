-- What somebody did, and who did something, in years of a log.
create index audit_record_account on audit_record (account, number);
create index audit_record_action on audit_record (action, number);
