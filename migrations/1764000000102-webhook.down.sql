-- Takes back 1764000000102-webhook.up.sql.
drop table webhook_delivery, webhook;
