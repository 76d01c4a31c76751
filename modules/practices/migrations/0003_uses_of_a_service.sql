-- Each recorded fact asks which versions deliver its service.
create index practices_version_service_service on practices_version_service (service, version);
