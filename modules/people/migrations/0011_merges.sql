-- Two persons of the register turned out to be one human. Nothing that hangs on the merged person moves: whoever asks what belongs
-- to a human asks for all its persons, and a merge that is undone leaves everything where it was. Append-only.
create table people_merge (
    number ${key},
    id uuid not null constraint people_merge_id_unique unique,
    person bigint not null references people_person,
    survivor bigint not null references people_person constraint people_merge_two check (survivor <> person),
    taken text not null, -- what the survivor's card and file got from it
    reason text,
    account bigint not null,
    at timestamptz not null
);
create index people_merge_person on people_merge (person, number);
create index people_merge_survivor on people_merge (survivor, number);

-- The card of the person, as it stood: it leaves the register until the merge is undone.
create table people_merge_card (
    merge ${key} references people_merge,
    person bigint not null references people_person,
    family_name text not null,
    given_name text not null,
    patronymic text,
    family_folded text not null,
    given_folded text not null,
    patronymic_folded text not null,
    birth date not null,
    snils text,
    iin text,
    phone text,
    address text,
    revision bigint not null
);

create table people_merge_undoing (
    merge ${key} references people_merge,
    person bigint not null references people_person,
    reason text not null,
    account bigint not null,
    at timestamptz not null
);

-- As things stand. `human`: the person at the end of the way from survivor to survivor.
create table people_merged (
    person ${key} references people_person,
    survivor bigint not null references people_person,
    human bigint not null references people_person,
    merge bigint not null references people_merge
);
create index people_merged_human on people_merged (human, person);
create index people_merged_survivor on people_merged (survivor);

-- Whoever serves one person of a human serves them all; what follows from a merge goes with it.
alter table people_attachment add column derived boolean not null default false;
alter table people_served add column derived boolean not null default false;
