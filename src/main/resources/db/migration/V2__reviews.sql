-- What reviews teach, of answers that were picked at random and that a machine had graded; one row a grading. The texts stay
-- in their place, so that what is erased there is forgotten here too.
create table lesson (
    tenant      varchar(64)              not null,
    grading_id  varchar(26)              not null,
    -- hash of the question's id in the bank, or of its text and rubric
    question    varchar(71)              not null,
    grader      varchar(16)              not null,
    -- shares of the maximum, 0 to 1: what the machine gave before any calibration, and what the person gave
    prior       double precision         not null,
    human       double precision         not null,
    reviewed_at timestamp with time zone not null,
    primary key (tenant, grading_id)
);

create index lesson_by_question on lesson (tenant, grader, question, reviewed_at);
create index lesson_by_time on lesson (tenant, grader, reviewed_at);
