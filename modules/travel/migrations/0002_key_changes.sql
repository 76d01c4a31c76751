-- The public keys that this server signed by one after another, each change signed by the key before it. A key that was stolen
-- vouches for nothing: with it all earlier changes go.
create table travel_key_change (
    number ${key},
    key text not null,
    signed_by text not null,
    signature text not null,
    changed_at timestamptz not null
);
