-- What a model said of answers, for identical ones that come later. All hashes are keyed, so that nobody finds a short answer
-- by trying; key_id tells by which key. A row is dropped when a person overrules it or a text is erased, and at the latest when
-- it expires.
create table precedent (
    tenant     varchar(64)              not null,
    work       varchar(71)              not null,
    -- of the answer alone, whatever the question, prompt and model
    answer     varchar(71)              not null,
    key_id     varchar(16)              not null,
    -- another one each time the row is written, so that copies in memory can be held against it
    id         varchar(36)              not null,
    judged     text                     not null,
    expires_at timestamp with time zone not null,
    primary key (tenant, work)
);

create index precedent_by_answer on precedent (tenant, answer);
create index precedent_by_expiry on precedent (expires_at);
