-- Forgets suggestions and what was decided on them.
drop function suggestion_fits(classification_suggestion, jsonb);
drop table classification_suggestion;
delete from effect_progress where name like 'suggestions-%';
