-- Deliveries as they were: without the request that brought them.
alter table delivery drop column request_id;
