-- Events of batches, which name no grading; and events for a topic, which are not a tenant's endpoint.

alter table webhook_delivery alter column grading_id drop not null;
alter table webhook_delivery alter column revision drop not null;
alter table webhook_delivery add column batch_id varchar(26);

-- What waits for the topic is claimed for all tenants at once. An endpoint's id is its own in all of them,
-- so that one index serves both.
drop index webhook_delivery_due;
create index webhook_delivery_due on webhook_delivery (endpoint_id, status, due_at, id, tenant);
