-- Keys that there may be texts under: by their ids, and 'none' for texts that were stored in clear. A row goes when nothing is left.
-- The time is that of the last start with the key as the one that seals.
create table vault_key (
    id         varchar(16)              not null primary key,
    used_since timestamp with time zone not null
);

insert into vault_key (id, used_since) values ('none', timestamp with time zone '1970-01-01 00:00:00+00');

-- What is sealed is longer.
alter table grading alter column salt set data type varchar(200);
alter table idempotency_key alter column body_hash set data type varchar(200);
alter table batch_line alter column hash set data type varchar(200);
alter table batch_line alter column custom_id set data type varchar(1000);
alter table review_question alter column label set data type varchar(1000);
