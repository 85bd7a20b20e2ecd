-- Governance and quality.
create view seen.violation as
select * from public.violation
 where not exists (select from seen.hidden where hidden.id = violation.asset_id)
   and (violation.path = '[]' or not exists (
          select from jsonb_array_elements(violation.path) as step
            join public.asset on asset.public_id = (step ->> 'assetId')::uuid
            join seen.hidden on hidden.id = asset.id));

create view seen.violation_event as
select * from public.violation_event event
 where exists (select from seen.violation where violation.id = event.violation_id);

create view seen.policy_gap as
select * from public.policy_gap gap
 where not exists (select from seen.hidden where hidden.id = gap.asset_id);

create view seen.waiver as
select * from public.waiver
 where not exists (select from seen.hidden where hidden.id = waiver.asset_id);

create view seen.classification_suggestion as
select * from public.classification_suggestion suggestion
 where not exists (select from seen.hidden where hidden.id = suggestion.asset_id);

create view seen.access_request as
select * from public.access_request request
 where not exists (select from seen.hidden where hidden.id = request.asset_id);

create view seen.quality_rule as
select * from public.quality_rule rule
 where not exists (select from seen.hidden where hidden.id = rule.asset_id);

create view seen.quality_result as
select * from public.quality_result result
 where exists (select from seen.quality_rule rule where rule.id = result.rule_id);

-- Those who may see something restricted may see that it is.
create view seen.restriction as
select * from public.restriction
 where restriction.asset_id is not null and not exists (select from seen.hidden where hidden.id = restriction.asset_id)
    or restriction.namespace_id is not null
       and exists (select from seen.asset where asset.namespace_id = restriction.namespace_id);

create view seen.restricted_asset as
select * from public.restricted_asset covered
 where not exists (select from seen.hidden where hidden.id = covered.asset_id);

-- Notices name whatever they are of, and webhooks hold secrets: administrators alone read them.
create view seen.webhook as
select * from public.webhook where false;

create view seen.webhook_delivery as
select * from public.webhook_delivery where false;
