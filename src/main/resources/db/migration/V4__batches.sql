-- Batches: what a client uploaded as one, line by line, in the order of the upload.

create table batch (
    tenant         varchar(64)              not null,
    id             varchar(26)              not null,
    status         varchar(16)              not null,
    actor          varchar(100)             not null,
    -- of the upload; goes when the key may stand for something else
    key_hash       varchar(71),
    options_hash   varchar(71)              not null,
    max_cost       numeric(24, 12),
    pilot          integer,
    -- counts uploads with the same key: only the last one may add lines
    upload         integer                  not null,
    last_line      integer                  not null,
    total          integer                  not null,
    rejected       integer                  not null,
    -- the last grading of a pilot that is not done yet
    pilot_until    varchar(26),
    budget_spent   boolean                  not null,
    started_at     timestamp with time zone,
    -- gradings that were settled when started_at was set; the pace is counted from there
    settled_before integer                  not null,
    created_at     timestamp with time zone not null,
    touched_at     timestamp with time zone not null,
    completed_at   timestamp with time zone,
    primary key (tenant, id)
);

create unique index batch_by_key on batch (tenant, key_hash);
create index batch_by_status on batch (status, completed_at, touched_at);

-- A line of an upload and the grading that it became, if it became one.
create table batch_line (
    tenant     varchar(64) not null,
    batch_id   varchar(26) not null,
    line       integer     not null,
    custom_id  varchar(200),
    hash       varchar(71) not null,
    grading_id varchar(26),
    primary key (tenant, batch_id, line)
);

-- Why a line became nothing; apart, so that the few are found among the many.
create table batch_rejection (
    tenant   varchar(64) not null,
    batch_id varchar(26) not null,
    line     integer     not null,
    code     varchar(32) not null,
    errors   text        not null,
    primary key (tenant, batch_id, line)
);

-- what a grade cost, in the currency of the prices; in the result as well, but here it can be added up
alter table grading add column cost numeric(24, 12);

-- One index for claims of both sorts (no batch, or one) and for the counts and costs of a batch.
drop index grading_open;
create index grading_to_claim on grading (batch_id, status, id, tenant, cost);
