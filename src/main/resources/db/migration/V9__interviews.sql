-- Interviews: named sets of questions. A version never changes; the head says which one is the latest.
create table interview (
    tenant varchar(64)  not null,
    id     varchar(100) not null,
    latest integer      not null,
    primary key (tenant, id)
);

create table interview_version (
    tenant     varchar(64)              not null,
    id         varchar(100)             not null,
    version    integer                  not null,
    document   text                     not null,
    created_at timestamp with time zone not null,
    primary key (tenant, id, version)
);
