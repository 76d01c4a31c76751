create table catalogue_kind (
    number ${key},
    code text not null constraint catalogue_kind_code_unique unique,
    title_ru text not null,
    title_kk text,
    title_en text
);

create table catalogue_service (
    number ${key},
    id uuid not null constraint catalogue_service_id_unique unique,
    code text not null constraint catalogue_service_code_unique unique,
    kind bigint not null references catalogue_kind,
    title_ru text not null,
    title_kk text,
    title_en text,
    unit text not null,
    norm_minutes bigint constraint catalogue_service_norm_positive check (norm_minutes > 0),
    valid_from date not null,
    valid_to date constraint catalogue_service_dates_order check (valid_to >= valid_from),
    revision bigint not null
);
