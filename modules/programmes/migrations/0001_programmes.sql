-- Terms and minutes that law and region set, from a day to a day. What is open ends on the last day of the calendar. A value that
-- was wrong is withdrawn and stays; a new one ends the former one.
create table programmes_norm (
    number ${key},
    id uuid not null constraint programmes_norm_id_unique unique,
    kind text not null,
    level bigint not null,
    amount bigint not null constraint programmes_norm_amount_positive check (amount >= 0),
    ground text not null,
    valid_from date not null,
    valid_to date not null constraint programmes_norm_dates_order check (valid_to >= valid_from),
    withdrawn_on date,
    recorded_on date not null,
    account bigint not null
);
create index programmes_norm_in_force on programmes_norm (valid_to, valid_from);
create index programmes_norm_kind on programmes_norm (kind, level, valid_from);

-- The working calendar of the region, a year at a time: days off besides Saturday and Sunday, and working days among these.
create table programmes_calendar_year (
    number ${key},
    year bigint not null constraint programmes_calendar_year_year_unique unique,
    ground text not null,
    revision bigint not null
);
create table programmes_special_day (
    number ${key},
    year bigint not null,
    day date not null constraint programmes_special_day_day_unique unique,
    kind text not null
);

-- Lists of grounds: refusal of an application, end of a programme or contract, a service that was not delivered.
create table programmes_reason (
    number ${key},
    kind text not null,
    code text not null,
    title_ru text not null,
    title_kk text,
    title_en text,
    since date not null,
    until_on date
);
create unique index programmes_reason_kind_code_unique on programmes_reason (kind, code);

-- An application for services. Its number counts from one in each year of an institution. Open until nothing more follows from it.
create table programmes_application (
    number ${key},
    id uuid not null constraint programmes_application_id_unique unique,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    year bigint not null,
    ordinal bigint not null,
    received_on date not null,
    content text not null,
    form text not null,
    state text not null,
    closed_on date,
    revision bigint not null,
    recorded_at timestamptz not null,
    recorded_on date not null,
    account bigint not null
);
create unique index programmes_application_year_ordinal_unique on programmes_application (organisation, year, ordinal);
create index programmes_application_open on programmes_application (organisation, number) where closed_on is null;
create index programmes_application_closed on programmes_application (organisation, number) where closed_on is not null;
create index programmes_application_person on programmes_application (person, number);

-- What happened with it, in its order. Nothing of it changes.
create table programmes_event (
    number ${key},
    application bigint not null references programmes_application,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    kind text not null,
    day date not null,
    reason text,
    note text,
    assessment uuid,
    recorded_at timestamptz not null,
    account bigint not null
);
create index programmes_event_application on programmes_event (application, number);

-- An individual programme; what it holds stands in its versions.
create table programmes_programme (
    number ${key},
    id uuid not null constraint programmes_programme_id_unique unique,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    application bigint references programmes_application constraint programmes_programme_application_unique unique,
    year bigint not null,
    ordinal bigint not null,
    repeated boolean not null,
    ended_on date,
    end_reason text,
    conclusion text,
    recorded_on date not null,
    account bigint not null
);
create unique index programmes_programme_year_ordinal_unique on programmes_programme (organisation, year, ordinal);
create index programmes_programme_person on programmes_programme (person, number);

-- A version is a draft until it is approved, and then never changes but for the last day in force: the next version or the end of
-- the programme moves it.
create table programmes_version (
    number ${key},
    programme bigint not null references programmes_programme,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    version bigint not null,
    since date not null,
    until_on date not null constraint programmes_version_dates_order check (until_on >= since),
    last_on date not null,
    review_on date not null,
    form text not null,
    care_level bigint,
    content text not null,
    reason text constraint programmes_version_reason_of_change check ((reason is null) = (version = 1)),
    approved_on date,
    approver bigint,
    revision bigint not null,
    recorded_on date not null,
    account bigint not null
);
create unique index programmes_version_version_unique on programmes_version (programme, version);
create unique index programmes_version_draft_unique on programmes_version (programme) where approved_on is null;
create index programmes_version_drafts on programmes_version (organisation, number) where approved_on is null;
create index programmes_version_in_force on programmes_version (organisation, last_on, since) where approved_on is not null;
create index programmes_version_review on programmes_version (organisation, review_on) where approved_on is not null;
create index programmes_version_person on programmes_version (person, last_on);

create table programmes_line (
    number ${key},
    version bigint not null references programmes_version,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    place bigint not null,
    service bigint not null references catalogue_service,
    quantity bigint not null constraint programmes_line_quantity_positive check (quantity > 0),
    times bigint not null constraint programmes_line_times_positive check (times > 0),
    every text not null,
    weekly_minutes bigint,
    since date,
    until_on date,
    note text
);
create unique index programmes_line_service_unique on programmes_line (version, service);

-- Whether a service of a programme was fulfilled: the last mark holds.
create table programmes_mark (
    number ${key},
    programme bigint not null references programmes_programme,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    service bigint not null references catalogue_service,
    outcome text not null,
    reason text,
    note text,
    day date not null,
    recorded_at timestamptz not null,
    account bigint not null
);
create index programmes_mark_programme on programmes_mark (programme, number);

-- A contract on a programme, by the assessment of payment of its first day.
create table programmes_contract (
    number ${key},
    id uuid not null constraint programmes_contract_id_unique unique,
    programme bigint not null references programmes_programme,
    person bigint not null references people_person,
    organisation bigint not null references network_organisation,
    year bigint not null,
    label text not null,
    concluded_on date not null,
    since date not null,
    until_on date not null constraint programmes_contract_dates_order check (until_on >= since),
    last_on date not null,
    form text not null,
    signer text,
    payment uuid not null,
    payment_kopecks bigint not null,
    ended_on date,
    end_reason text,
    end_note text,
    revision bigint not null,
    recorded_on date not null,
    account bigint not null
);
create unique index programmes_contract_label_unique on programmes_contract (organisation, year, label);
create index programmes_contract_in_force on programmes_contract (organisation, last_on, since);
create index programmes_contract_organisation on programmes_contract (organisation, number);
create index programmes_contract_person on programmes_contract (person, last_on);
create index programmes_contract_programme on programmes_contract (programme, number);

-- 442-ФЗ of 28.12.2013: art. 15 (decision in 5 working days, urgent services at once), art. 16 (programme in 10 working days of the
-- application, reviewed at least every 3 years), art. 17 (contract within a day of the programme). Days are working days.
insert into programmes_norm (id, kind, level, amount, ground, valid_from, valid_to, recorded_on, account) values
    ('01930000-0000-7000-8000-000000000001', 'decision_days', 0, 5, '442-ФЗ, ст. 15', '2015-01-01', '9999-12-31', '2015-01-01', 0),
    ('01930000-0000-7000-8000-000000000002', 'urgent_days', 0, 0, '442-ФЗ, ст. 15', '2015-01-01', '9999-12-31', '2015-01-01', 0),
    ('01930000-0000-7000-8000-000000000003', 'programme_days', 0, 10, '442-ФЗ, ст. 16', '2015-01-01', '9999-12-31', '2015-01-01', 0),
    ('01930000-0000-7000-8000-000000000004', 'contract_days', 0, 1, '442-ФЗ, ст. 17', '2015-01-01', '9999-12-31', '2015-01-01', 0),
    ('01930000-0000-7000-8000-000000000005', 'programme_months', 0, 36, '442-ФЗ, ст. 16', '2015-01-01', '9999-12-31', '2015-01-01', 0);

insert into programmes_reason (kind, code, title_ru, title_kk, title_en, since) values
    ('refusal', 'no_circumstances', 'Нет обстоятельств, которые ухудшают условия жизнедеятельности', 'Тіршілік жағдайын нашарлататын мән-жайлар жоқ', 'No circumstances that make life worse', '2015-01-01'),
    ('refusal', 'false_data', 'Недостоверные сведения или документы', 'Мәліметтер немесе құжаттар дұрыс емес', 'Untrue data or papers', '2015-01-01'),
    ('refusal', 'papers_not_brought', 'Недостающие документы не представлены в срок', 'Жетіспейтін құжаттар мерзімінде берілмеді', 'Missing papers were not brought in time', '2015-01-01'),
    ('refusal', 'contraindications', 'Медицинские противопоказания к стационарной форме', 'Стационарлық нысанға медициналық қарсы көрсетілімдер', 'Medical contraindications to residential care', '2015-01-01'),
    ('refusal', 'other', 'Другое: указать', 'Басқа: көрсету керек', 'Other: say what', '2015-01-01'),
    ('end', 'fulfilled', 'Программа выполнена', 'Бағдарлама орындалды', 'The programme is fulfilled', '2015-01-01'),
    ('end', 'refused_by_recipient', 'Письменный отказ получателя', 'Қызмет алушының жазбаша бас тартуы', 'The recipient declined in writing', '2015-01-01'),
    ('end', 'moved', 'Переезд', 'Көшуі', 'Moved away', '2015-01-01'),
    ('end', 'other_provider', 'Переход к другому поставщику', 'Басқа қызмет көрсетушіге ауысуы', 'Went to another provider', '2015-01-01'),
    ('end', 'breach', 'Нарушение условий договора', 'Шарт талаптарын бұзу', 'Breach of the contract', '2015-01-01'),
    ('end', 'died', 'Смерть получателя', 'Қызмет алушының қайтыс болуы', 'The recipient died', '2015-01-01'),
    ('end', 'other', 'Другое: указать', 'Басқа: көрсету керек', 'Other: say what', '2015-01-01'),
    ('unfulfilled', 'refused_by_recipient', 'Получатель отказался от услуги', 'Қызмет алушы қызметтен бас тартты', 'The recipient declined the service', '2015-01-01'),
    ('unfulfilled', 'absent', 'Получатель отсутствовал: больница, отъезд', 'Қызмет алушы болмады: аурухана, кету', 'The recipient was away: hospital, journey', '2015-01-01'),
    ('unfulfilled', 'no_staff', 'Не было работника', 'Қызметкер болмады', 'There was no worker', '2015-01-01'),
    ('unfulfilled', 'other', 'Другое: указать', 'Басқа: көрсету керек', 'Other: say what', '2015-01-01');
