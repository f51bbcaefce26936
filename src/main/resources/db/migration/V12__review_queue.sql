-- What the review queue lists, sorts and counts by. One narrow row for each grading that has a result, written with it; no text of
-- a candidate is here, so that erasing one has nothing to look for.

create table review_item (
    tenant       varchar(64)              not null,
    grading_id   varchar(26)              not null,
    status       varchar(16)              not null,
    -- whether a person is asked for
    waiting      boolean                  not null,
    -- the machine's, 0 to 1
    confidence   double precision         not null,
    -- hash of the question's id in the bank, or of its text and rubric
    question_key varchar(71)              not null,
    batch_id     varchar(26),
    -- names with a comma before and after each
    reasons      varchar(300)             not null,
    flags        varchar(600)             not null,
    -- whether the machine gave points for all that it had to
    whole        boolean                  not null,
    created_at   timestamp with time zone not null,
    assignee     varchar(100),
    flagged_by   varchar(100),
    second_by    varchar(100),
    -- who has it open: the person, the browser, and until when
    held_by      varchar(100),
    held_desk    varchar(64),
    held_until   timestamp with time zone,
    -- of a person's decision
    reviewer     varchar(100),
    reviewed_at  timestamp with time zone,
    at_random    boolean,
    -- shares of the maximum, 0 to 1
    machine      double precision,
    human        double precision,
    primary key (tenant, grading_id)
);

create index review_item_waiting on review_item (tenant, waiting, confidence, grading_id);
create index review_item_by_status on review_item (tenant, status, confidence, grading_id);
create index review_item_by_confidence on review_item (tenant, confidence, grading_id);
create index review_item_by_question on review_item (tenant, question_key, waiting, confidence, grading_id);
create index review_item_by_batch on review_item (tenant, batch_id, confidence, grading_id);
create index review_item_reviewed on review_item (tenant, reviewed_at);

-- Verdicts of machine and person on each criterion of what was reviewed.
create table review_verdict (
    tenant     varchar(64)  not null,
    grading_id varchar(26)  not null,
    place      integer      not null,
    criterion  varchar(200) not null,
    machine    varchar(16)  not null,
    human      varchar(16)  not null,
    primary key (tenant, grading_id, place)
);

-- How a question is called in the filter.
create table review_question (
    tenant       varchar(64)              not null,
    question_key varchar(71)              not null,
    label        varchar(200)             not null,
    first_seen   timestamp with time zone not null,
    primary key (tenant, question_key)
);

create index review_question_by_time on review_question (tenant, first_seen);

create table review_filter (
    tenant varchar(64)   not null,
    owner  varchar(100)  not null,
    name   varchar(60)   not null,
    query  varchar(1000) not null,
    primary key (tenant, owner, name)
);

-- Gradings of before there was a queue; taken over after the start, and then this is empty.
create table review_backlog (
    tenant     varchar(64) not null,
    grading_id varchar(26) not null,
    primary key (tenant, grading_id)
);

insert into review_backlog (tenant, grading_id)
select tenant, id from grading
where status in ('GRADED', 'PROVISIONAL', 'NEEDS_REVIEW', 'REVIEWED', 'UNGRADED');
