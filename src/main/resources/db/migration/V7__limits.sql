-- A bucket of requests that a key may still send, for all instances; bytes of the library that counts them.
create table rate_bucket (
    tenant varchar(64) not null,
    id     varchar(71) not null,
    state  bytea,
    primary key (tenant, id)
);

-- What a tenant's gradings took of models in a month. Several rows a month, so that gradings that end at the same time do not
-- wait for each other; the sum is what counts.
create table spending (
    tenant        varchar(64) not null,
    -- a month of UTC, as in 2026-11
    period        varchar(7)  not null,
    currency      varchar(3)  not null,
    slot          integer     not null,
    input_tokens  bigint      not null,
    output_tokens bigint      not null,
    -- null if none of it has a price
    cost          numeric(24, 12),
    primary key (tenant, period, currency, slot)
);
