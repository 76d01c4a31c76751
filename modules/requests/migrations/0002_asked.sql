-- The requests of a year are read at once for the verdicts of a region: by what the index says, without a visit to the row.
drop index requests_request_organisation;
create index requests_request_asked on requests_request (organisation, asked_on, number, person, service, recorded_on);
create index requests_withdrawal_organisation on requests_withdrawal (organisation, withdrawn_on);
