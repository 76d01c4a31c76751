-- What an account recorded is asked for by that account; facts of the system are nobody's.
drop index ledger_fact_account;
create index ledger_fact_account on ledger_fact (account, number) where account <> 0;
