-- Every row belongs to a tenant, and every query asks for one. Texts are JSON where nothing in them is searched.

create table question_version (
    tenant       varchar(64)              not null,
    id           varchar(100)             not null,
    version      integer                  not null,
    status       varchar(16)              not null,
    document     text                     not null,
    created_at   timestamp with time zone not null,
    primary key (tenant, id, version)
);

create table grading (
    tenant           varchar(64)              not null,
    id               varchar(26)              not null,
    status           varchar(16)              not null,
    revision         integer                  not null,
    attempt          integer                  not null,
    version          bigint                   not null,
    lease_until      timestamp with time zone,
    retry_at         timestamp with time zone,
    created_at       timestamp with time zone not null,
    graded_at        timestamp with time zone,
    candidate_ref    varchar(200),
    question_id      varchar(100),
    question_version integer,
    batch_id         varchar(26),
    -- makes the audit's hashes of texts useless to whoever has only them; goes when the texts are erased
    salt             varchar(64),
    -- a JSON string: text in PostgreSQL cannot hold the character NUL, and an answer is kept as it came
    answer           text                     not null,
    submission       text                     not null,
    result           text                     not null,
    primary key (tenant, id)
);

create index grading_by_status on grading (tenant, status, id);
create index grading_by_candidate on grading (tenant, candidate_ref, id);
create index grading_by_question on grading (tenant, question_id, id);
create index grading_by_batch on grading (tenant, batch_id, id);
create index grading_by_time on grading (tenant, created_at);
create index grading_open on grading (status, lease_until);
create index grading_to_retry on grading (retry_at);

-- The history of a grading and its audit: each row holds the hash of the one before it.
create table grading_event (
    tenant       varchar(64)              not null,
    grading_id   varchar(26)              not null,
    seq          integer                  not null,
    at           timestamp with time zone not null,
    event        varchar(16)              not null,
    actor        varchar(100)             not null,
    status       varchar(16)              not null,
    revision     integer                  not null,
    score        numeric(12, 2),
    grader       text,
    content_hash varchar(71)              not null,
    hash         varchar(71)              not null,
    primary key (tenant, grading_id, seq)
);

create table idempotency_key (
    tenant       varchar(64)              not null,
    key_hash     varchar(71)              not null,
    body_hash    varchar(71)              not null,
    grading_id   varchar(26)              not null,
    asynchronous boolean                  not null,
    created_at   timestamp with time zone not null,
    primary key (tenant, key_hash)
);

create index idempotency_key_by_time on idempotency_key (created_at);
