-- The personal file: what the register keeps of a person besides the card. Each list is written whole, in its order.
create table people_former_name (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    family_name text not null,
    given_name text,
    patronymic text,
    family_folded text not null,
    until_on date
);
create index people_former_name_person on people_former_name (person, place);

create table people_document (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    kind text not null,
    series text,
    document_number text not null,
    issued_on date,
    issued_by text,
    valid_until date,
    note text
);
create index people_document_person on people_document (person, place);

create table people_address (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    kind text not null,
    postcode text,
    region text,
    area text,
    settlement text,
    street text,
    house text,
    block text,
    flat text,
    landmark text,
    since date,
    until_on date
);
create index people_address_person on people_address (person, place);

create table people_phone (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    phone text not null,
    whose text
);
create index people_phone_person on people_phone (person, place);

create table people_language (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    code text not null
);
create index people_language_person on people_language (person, place);

-- `other` is a person of the register, or there is only a name.
create table people_relative (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    other bigint references people_person,
    name text constraint people_relative_one_of check ((name is null) <> (other is null)),
    kinship text not null,
    lives_together boolean not null,
    phone text,
    note text
);
create index people_relative_person on people_relative (person, place);
create index people_relative_other on people_relative (other) where other is not null;

create table people_representative (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    other bigint references people_person,
    name text constraint people_representative_one_of check ((name is null) <> (other is null)),
    authority text not null,
    document text not null,
    phone text,
    since date not null,
    until_on date
);
create index people_representative_person on people_representative (person, place);
create index people_representative_other on people_representative (other) where other is not null;

create table people_circumstance (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    code text not null,
    since date not null,
    until_on date,
    document text
);
create index people_circumstance_person on people_circumstance (person, place);

create table people_category (
    number ${key},
    person bigint not null references people_person,
    place bigint not null,
    code text not null,
    since date not null,
    until_on date,
    document text
);
create index people_category_person on people_category (person, place);

-- Lists of the region: what the law of the day and the region name so.
create table people_listed_word (
    number ${key},
    kind text not null,
    code text not null,
    title_ru text not null,
    title_kk text,
    title_en text,
    since date not null,
    until_on date
);
create unique index people_listed_word_kind_code_unique on people_listed_word (kind, code);
-- Circumstances: 442-ФЗ of 28.12.2013, art. 15. Categories: art. 31 with the change of 29.12.2022.
insert into people_listed_word (kind, code, title_ru, title_kk, title_en, since) values
    ('circumstance', 'lost_self_care', 'Утрата способности к самообслуживанию или передвижению', 'Өзіне-өзі қызмет көрсету немесе қозғалу қабілетін жоғалту', 'Lost the ability of self-care or of moving', '2015-01-01'),
    ('circumstance', 'disabled_family_member', 'В семье инвалид, которому нужен постоянный уход', 'Отбасында тұрақты күтімді қажет ететін мүгедектігі бар адам бар', 'A disabled family member who needs constant care', '2015-01-01'),
    ('circumstance', 'child_adaptation', 'Ребёнок с трудностями в социальной адаптации', 'Әлеуметтік бейімделуде қиналатын бала', 'A child with difficulties of adaptation', '2015-01-01'),
    ('circumstance', 'no_care', 'Некому обеспечить уход', 'Күтім көрсететін ешкім жоқ', 'Nobody to give care', '2015-01-01'),
    ('circumstance', 'family_conflict', 'Конфликт, зависимость или насилие в семье', 'Отбасындағы жанжал, тәуелділік немесе зорлық-зомбылық', 'Conflict, addiction or violence in the family', '2015-01-01'),
    ('circumstance', 'no_fixed_abode', 'Нет определённого места жительства', 'Белгілі тұрғылықты жері жоқ', 'No fixed abode', '2015-01-01'),
    ('circumstance', 'no_work_or_means', 'Нет работы и средств к существованию', 'Жұмысы мен күнкөріс қаражаты жоқ', 'No work and no means', '2015-01-01'),
    ('circumstance', 'regional', 'Иные обстоятельства, признанные регионом', 'Өңір таныған өзге жағдайлар', 'Others that the region recognises', '2015-01-01'),
    ('category', 'minor', 'Несовершеннолетний', 'Кәмелетке толмаған', 'A minor', '2015-01-01'),
    ('category', 'emergency_victim', 'Пострадал в чрезвычайной ситуации', 'Төтенше жағдайда зардап шеккен', 'Suffered in an emergency', '2015-01-01'),
    ('category', 'ethnic_conflict_victim', 'Пострадал в межнациональном конфликте', 'Ұлтаралық қақтығыста зардап шеккен', 'Suffered in an ethnic conflict', '2015-01-01'),
    ('category', 'war_invalid', 'Инвалид Великой Отечественной войны', 'Ұлы Отан соғысының мүгедегі', 'Disabled in the Great Patriotic War', '2022-12-29'),
    ('category', 'war_participant', 'Участник Великой Отечественной войны', 'Ұлы Отан соғысының қатысушысы', 'Took part in the Great Patriotic War', '2022-12-29'),
    ('category', 'combat_invalid', 'Инвалид боевых действий', 'Ұрыс қимылдарының мүгедегі', 'Disabled in combat', '2022-12-29'),
    ('category', 'siege_resident', 'Житель блокадного Ленинграда', 'Қоршаудағы Ленинградтың тұрғыны', 'Lived in besieged Leningrad', '2022-12-29');
