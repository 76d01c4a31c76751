-- Who is alike is found by birth and by name without a look at the cards: their indexes hold what is compared first.
drop index people_card_birth;
create index people_card_birth on people_card (birth, family_folded, given_folded, patronymic_folded);
drop index people_card_name;
create index people_card_name on people_card (family_folded, given_folded, patronymic_folded, person, birth);

-- What people decided of two who are alike. Append-only: a later decision stands beside the earlier one.
-- `newcomer`: nobody where whoever was about to be entered is the known one.
create table people_same_decision (
    number ${key},
    id uuid not null constraint people_same_decision_id_unique unique,
    newcomer bigint references people_person,
    known bigint not null references people_person,
    verdict text not null constraint people_same_decision_verdict check ((verdict = 'same') = (newcomer is null)),
    weight bigint not null, -- hundredths of the logarithm of the odds that they are one
    reasons text not null,
    reason text constraint people_same_decision_reason check (verdict = 'same' or reason is not null),
    account bigint not null,
    at timestamptz not null
);
create index people_same_decision_known on people_same_decision (known);
create index people_same_decision_newcomer on people_same_decision (newcomer) where newcomer is not null;
