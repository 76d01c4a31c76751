-- Nothing here changes: a withdrawal is a row of its own, so that what was known on a day can be told on any later one.
-- Numbers of other modules' rows stand without foreign keys, as in the ledger, which notes requests with its facts.
create table requests_request (
    number ${key},
    id uuid not null constraint requests_request_id_unique unique,
    person bigint not null,
    service bigint not null,
    organisation bigint not null,
    asked_on date not null,
    renews bigint not null,
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);
-- One request a person, service, centre and day, whoever notes it; `renews` is the withdrawn one that it stands for, or 0.
create unique index requests_request_person_service_organisation_asked_on_unique
    on requests_request (person, service, organisation, asked_on, renews);
create index requests_request_organisation on requests_request (organisation, asked_on);

create table requests_withdrawal (
    number ${key},
    request bigint not null references requests_request constraint requests_withdrawal_request_unique unique,
    organisation bigint not null,
    withdrawn_on date not null,
    reason text not null,
    words text,
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);

-- Why people do not wait any longer: rows, since regions differ.
create table requests_reason (
    number ${key},
    code text not null constraint requests_reason_code_unique unique,
    title_ru text not null,
    title_kk text,
    title_en text,
    needs_words boolean not null
);
insert into requests_reason (code, title_ru, title_kk, title_en, needs_words) values
    ('refused', 'Отказался от услуги', 'Қызметтен бас тартты', 'Declined the service', false),
    ('moved', 'Переехал', 'Көшіп кетті', 'Moved away', false),
    ('died', 'Умер', 'Қайтыс болды', 'Died', false),
    ('served_elsewhere', 'Получает услугу в другом месте', 'Қызметті басқа жерден алады', 'Is served elsewhere', false),
    ('other', 'Другая причина', 'Басқа себеп', 'Another reason', true);
