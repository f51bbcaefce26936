-- Where events are to go, and what is on its way there: the outbox is the deliveries that are not done.

create table webhook_endpoint (
    tenant          varchar(64)              not null,
    id              varchar(26)              not null,
    url             varchar(2000)            not null,
    -- names of event types with commas between them
    events          varchar(200)             not null,
    include_answer  boolean                  not null,
    enabled         boolean                  not null,
    -- set if it was the service that disabled it
    disabled_by     varchar(32),
    -- sealed; what opens them is not in this database
    secret          varchar(500)             not null,
    previous_secret varchar(500),
    previous_until  timestamp with time zone,
    created_at      timestamp with time zone not null,
    version         bigint                   not null,
    primary key (tenant, id)
);

-- Names the grading and holds none of it: the body is made when it is sent.
create table webhook_delivery (
    tenant      varchar(64)              not null,
    id          varchar(26)              not null,
    endpoint_id varchar(26)              not null,
    message_id  varchar(30)              not null,
    type        varchar(32)              not null,
    grading_id  varchar(26)              not null,
    revision    integer                  not null,
    occurred_at timestamp with time zone not null,
    status      varchar(16)              not null,
    attempt     integer                  not null,
    tries       integer                  not null,
    due_at      timestamp with time zone not null,
    lease_until timestamp with time zone,
    -- what came of the attempts, as JSON
    log         text                     not null,
    primary key (tenant, id)
);

create index webhook_delivery_due on webhook_delivery (tenant, endpoint_id, status, due_at);
create index webhook_delivery_by_id on webhook_delivery (tenant, endpoint_id, id);
create index webhook_delivery_by_time on webhook_delivery (occurred_at);
