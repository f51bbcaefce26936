-- Links by which candidates see their own gradings. A link is to one answer, or to all of a candidate's in an interview.
create table candidate_link (
    tenant        varchar(64)              not null,
    id            varchar(26)              not null,
    grading_id    varchar(26),
    interview_id  varchar(100),
    candidate_ref varchar(200),
    made_by       varchar(100)             not null,
    made_at       timestamp with time zone not null,
    expires_at    timestamp with time zone not null,
    revoked_at    timestamp with time zone,
    primary key (tenant, id)
);

create index candidate_link_by_grading on candidate_link (tenant, grading_id);
create index candidate_link_by_candidate on candidate_link (tenant, candidate_ref, interview_id);

-- What candidates have against grades: one for each grade, which the revision names.
create table appeal (
    tenant      varchar(64)              not null,
    grading_id  varchar(26)              not null,
    revision    integer                  not null,
    -- the candidate's words, as a JSON string
    reason      text                     not null,
    appealed_at timestamp with time zone not null,
    -- as it was then
    score       numeric(12, 2)           not null,
    decided_at  timestamp with time zone,
    changed     boolean,
    primary key (tenant, grading_id, revision)
);

-- The two independent readings of an answer that a second reader read unseen. Points and names, no texts.
create table review_reading (
    tenant     varchar(64)              not null,
    grading_id varchar(26)              not null,
    -- 1 or 2
    number     integer                  not null,
    reader     varchar(100)             not null,
    read_at    timestamp with time zone not null,
    -- share of the maximum, 0 to 1
    share      double precision         not null,
    primary key (tenant, grading_id, number)
);

create index review_reading_by_time on review_reading (tenant, number, read_at);

create table review_reading_mark (
    tenant     varchar(64)    not null,
    grading_id varchar(26)    not null,
    number     integer        not null,
    place      integer        not null,
    criterion  varchar(200)   not null,
    points     numeric(12, 2) not null,
    verdict    varchar(16)    not null,
    primary key (tenant, grading_id, number, place)
);

-- Where an answer stands in the queue: the machine's confidence, and before all of these what a candidate appealed (less than 0).
alter table review_item add column place double precision default 0 not null;
update review_item set place = confidence;

drop index review_item_waiting;
drop index review_item_by_status;
drop index review_item_by_confidence;
drop index review_item_by_question;
drop index review_item_by_batch;
create index review_item_waiting on review_item (tenant, waiting, place, grading_id);
create index review_item_by_status on review_item (tenant, status, place, grading_id);
create index review_item_by_place on review_item (tenant, place, grading_id);
create index review_item_by_question on review_item (tenant, question_key, waiting, place, grading_id);
create index review_item_by_batch on review_item (tenant, batch_id, place, grading_id);
create index review_item_by_assignee on review_item (tenant, assignee, waiting, place, grading_id);
