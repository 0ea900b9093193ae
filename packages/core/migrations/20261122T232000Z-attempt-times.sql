-- When a supplier was called is a matter of protocols and runs on wall time; when a line was submitted is told beside
-- other business times and must be one.
alter table fulfillment_attempts add column called_at timestamptz;
update fulfillment_attempts set called_at = submitted_at;
alter table fulfillment_attempts alter column called_at set not null;
