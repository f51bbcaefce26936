-- The tenant before the id: whose gradings are open is found by a probe for each tenant, however many each has.
drop index grading_to_claim;
create index grading_to_claim on grading (batch_id, status, tenant, id, cost);

-- Why it came to that, as the name of a kind of fault or a reason; never a text of the answer.
alter table grading_event add column cause varchar(200);
