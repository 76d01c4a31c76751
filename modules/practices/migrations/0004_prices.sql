-- What a piece of a kind of equipment costs in this region: packages leave it open where prices differ.
create table practices_price (
    kind text primary key,
    amount_kopecks bigint not null,
    as_of date not null
);
