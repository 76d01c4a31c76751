-- The words of templates, each once: a paper that was issued keeps its own, also of a template that came with the program.
create table papers_text (
    number ${key},
    sha256 text not null constraint papers_text_sha256_unique unique,
    text text not null
);
-- What the region made of a template, in versions of which none ever changes. Without a text: back to the one of the program.
create table papers_template (
    number ${key},
    kind text not null,
    language text not null,
    version bigint not null,
    valid_from date not null,
    text bigint references papers_text,
    published_at timestamptz not null,
    account bigint not null
);
create unique index papers_template_kind_language_version_unique on papers_template (kind, language, version);

-- The last number that was given; taken and moved on in one statement.
create table papers_counter (
    organisation bigint not null,
    kind text not null,
    year bigint not null,
    last bigint not null,
    primary key (organisation, kind, year)
);

create table papers_paper (
    number ${key},
    id uuid not null constraint papers_paper_id_unique unique,
    organisation bigint not null,
    kind text not null,
    year bigint not null,
    place bigint not null,
    day date not null,
    language text not null,
    template bigint references papers_template,
    text bigint not null references papers_text,
    person bigint,
    issued_at timestamptz not null,
    account bigint not null
);
create unique index papers_paper_organisation_kind_year_place_unique on papers_paper (organisation, kind, year, place);
create index papers_paper_organisation on papers_paper (organisation, number);
create index papers_paper_kind on papers_paper (organisation, kind, number);
create index papers_paper_person on papers_paper (person, number) where person is not null;

-- Apart from it: the region sees that a paper was issued and reads no name.
create table papers_content (
    paper ${key} references papers_paper,
    organisation bigint not null,
    person_id uuid,
    name text,
    data text not null
);

-- What left the house, by its hash.
create table papers_print (
    number ${key},
    paper bigint not null references papers_paper,
    organisation bigint not null,
    sha256 text not null,
    printed_at timestamptz not null,
    account bigint not null
);
create unique index papers_print_paper_sha256_unique on papers_print (paper, sha256);
create index papers_print_paper on papers_print (paper, number);
create index papers_print_sha256 on papers_print (sha256, number);
