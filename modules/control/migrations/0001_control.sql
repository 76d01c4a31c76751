-- A look at one centre by the text that bound it on the day the look began. Marks, files, findings and steps are only added,
-- each with its day, so that a past day can be asked about.
create table control_inspection (
    number ${key},
    id uuid not null constraint control_inspection_id_unique unique,
    organisation bigint not null references network_organisation,
    version bigint not null references standards_version,
    kind text not null,
    begun_on date not null,
    quarter date,
    closed_on date,
    recorded_at timestamptz not null,
    account bigint not null,
    constraint control_inspection_organisation_version_quarter_unique unique (organisation, version, quarter)
);
create index control_inspection_organisation on control_inspection (organisation, number);
create index control_inspection_closed on control_inspection (organisation, version, kind, closed_on);

-- The last mark of an item stands.
create table control_mark (
    number ${key},
    inspection bigint not null references control_inspection,
    organisation bigint not null references network_organisation,
    item text not null,
    mark text not null,
    note text not null,
    owner text not null,
    days bigint,
    verdict text,
    recorded_on date not null,
    recorded_at timestamptz not null,
    account bigint not null
);
create index control_mark_inspection on control_mark (inspection, number);
create index control_mark_organisation on control_mark (organisation);

create table control_finding (
    number ${key},
    id uuid not null constraint control_finding_id_unique unique,
    inspection bigint not null references control_inspection,
    organisation bigint not null references network_organisation,
    item text not null,
    text text not null,
    owner text not null,
    days bigint not null,
    found_on date not null,
    due date not null,
    account bigint not null,
    constraint control_finding_inspection_item_unique unique (inspection, item)
);
create index control_finding_organisation on control_finding (organisation, number);

create table control_step (
    number ${key},
    finding bigint not null references control_finding,
    organisation bigint not null references network_organisation,
    kind text not null,
    note text not null,
    due date not null,
    recorded_on date not null,
    recorded_at timestamptz not null,
    account bigint not null
);
create index control_step_finding on control_step (finding, number);
create index control_step_organisation on control_step (organisation);

create table control_file (
    number ${key},
    id uuid not null constraint control_file_id_unique unique,
    organisation bigint not null references network_organisation,
    inspection bigint references control_inspection,
    finding bigint references control_finding,
    item text not null,
    name text not null,
    sha text not null,
    recorded_on date not null,
    recorded_at timestamptz not null,
    account bigint not null,
    constraint control_file_subject_one check ((inspection is null) <> (finding is null))
);
create index control_file_inspection on control_file (inspection, number);
create index control_file_finding on control_file (finding, number);
create index control_file_organisation on control_file (organisation);
