-- The tenant of a grading that has a grade and waits for a better one, else null: so the index knows whose wait, and since when, and a tenant
-- with many is no further away than one with few.
alter table grading add column regrade_for varchar(64);
update grading set regrade_for = tenant
where retry_at is not null and status in ('GRADED', 'NEEDS_REVIEW', 'PROVISIONAL', 'UNGRADED');
create index grading_to_regrade on grading (regrade_for, retry_at, id);
