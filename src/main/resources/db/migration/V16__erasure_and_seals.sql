-- When the texts of a grading were erased. What is to be erased next is found by it, too.
alter table grading add column erased_at timestamp with time zone;
create index grading_to_erase on grading (tenant, erased_at, created_at);

-- What else tells of a grading's text, by a hash or a client's own name for it, goes with the text.
create index idempotency_key_by_grading on idempotency_key (tenant, grading_id);
create index batch_line_by_grading on batch_line (tenant, grading_id);

-- By which seal of its tenant an entry is covered; null as long as by none.
alter table grading_event add column seal integer;
create index grading_event_by_seal on grading_event (seal, tenant, grading_id, seq);

-- Who locks a tenant's row seals for it.
create table audit_sealer (
    tenant varchar(64) not null,
    primary key (tenant)
);

-- A seal covers the entries that came since the seal before it, and that seal.
create table audit_seal (
    tenant    varchar(64)              not null,
    number    integer                  not null,
    sealed_at timestamp with time zone not null,
    gradings  integer                  not null,
    entries   integer                  not null,
    root      varchar(71)              not null,
    hash      varchar(71)              not null,
    primary key (tenant, number)
);
