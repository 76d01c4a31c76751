-- Whether a listed service has a standard is asked whenever one is begun.
create index standards_standard_service on standards_standard (service);
