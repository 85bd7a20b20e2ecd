-- The audit log without its chain.
drop function audit_fits(audit_entry, jsonb);
drop index audit_entry_at_idx;
drop index audit_entry_action_idx;
drop index audit_entry_actor_idx;
drop trigger audit_entry_linked on audit_entry;
drop function link_audit_entry();
drop table audit_head;
drop table audit_checkpoint;
drop table audit_link;
drop function audit_content(audit_entry);
