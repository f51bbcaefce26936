-- Who may do what: keys that were made here, people, and what they saw and did.

create table api_key (
    tenant       varchar(64)              not null,
    id           varchar(26)              not null,
    name         varchar(100)             not null,
    -- names of scopes with commas between them
    scopes       varchar(40)              not null,
    made_by      varchar(100)             not null,
    made_at      timestamp with time zone not null,
    expires_at   timestamp with time zone,
    -- to the minute
    last_used_at timestamp with time zone,
    revoked_at   timestamp with time zone,
    primary key (tenant, id)
);

-- What a key is known by: digests. After a rotation the one before lives on for a while.
create table api_key_secret (
    hash    varchar(71) not null primary key,
    tenant  varchar(64) not null,
    key_id  varchar(26) not null,
    ends_at timestamp with time zone
);

create index api_key_secret_by_key on api_key_secret (tenant, key_id);

create table access_user (
    tenant       varchar(64)              not null,
    id           varchar(26)              not null,
    login        varchar(64)              not null,
    role         varchar(16)              not null,
    -- Argon2
    password     varchar(200)             not null,
    -- somebody else knows it: good for nothing but choosing another
    temporary    boolean                  not null,
    closed       boolean                  not null,
    -- sign-ins of an older version are over
    version      integer                  not null,
    failures     integer                  not null,
    shut_until   timestamp with time zone,
    made_at      timestamp with time zone not null,
    signed_in_at timestamp with time zone,
    primary key (tenant, id),
    constraint access_user_login unique (tenant, login)
);

-- Sign-ins that were ended before they ran out.
create table access_session_end (
    tenant  varchar(64)              not null,
    id      varchar(26)              not null,
    ends_at timestamp with time zone not null,
    primary key (tenant, id)
);

-- Who saw and did what; names of things, and no texts.
create table access_event (
    tenant  varchar(64)              not null,
    id      varchar(26)              not null,
    at      timestamp with time zone not null,
    actor   varchar(100)             not null,
    action  varchar(32)              not null,
    subject varchar(100),
    outcome varchar(16)              not null,
    primary key (tenant, id)
);
