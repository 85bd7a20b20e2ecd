-- The source systems as they arrive in the warehouse, with a little made-up data; run it before `dbt build`.
create schema if not exists raw_shop;
drop table if exists raw_shop.customers cascade;
create table raw_shop.customers as
  select (i)::bigint as id,
         ('full_name ' || i)::text as full_name,
         ('person' || i || '@example.com')::text as email,
         ('phone ' || i)::text as phone,
         (date '2025-01-01' + (i % 300)::int)::date as birth_date,
         ((array['DE','AT','CH','NL','BE','DK'])[1 + i % 6])::text as country_code,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as created_at,
         (null::timestamptz)::timestamptz as deleted_at
    from generate_series(1, 200) as i;
drop table if exists raw_shop.addresses cascade;
create table raw_shop.addresses as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as customer_id,
         ('street ' || i)::text as street,
         ('city ' || i)::text as city,
         ('postal_code ' || i)::text as postal_code,
         ((40 + i % 20)::numeric)::numeric as latitude,
         ((40 + i % 20)::numeric)::numeric as longitude
    from generate_series(1, 200) as i;
drop table if exists raw_shop.stalls cascade;
create table raw_shop.stalls as
  select (i)::bigint as id,
         ('name ' || i)::text as name,
         ('person' || i || '@example.com')::text as keeper_email,
         ('iban ' || i)::text as iban,
         ((array['street_food','ceramics','textiles','books','plants'])[1 + i % 5])::text as category,
         ('city ' || i)::text as city,
         ((40 + i % 20)::numeric)::numeric as commission_pct,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as opened_at,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as updated_at
    from generate_series(1, 200) as i;
drop table if exists raw_shop.products cascade;
create table raw_shop.products as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as stall_id,
         ('title ' || i)::text as title,
         ((array['street_food','ceramics','textiles','books','plants'])[1 + i % 5])::text as category,
         ((500 + 37 * (i % 90))::integer)::integer as price_cents,
         (i % 7 <> 0)::boolean as is_active,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as updated_at
    from generate_series(1, 200) as i;
drop table if exists raw_shop.orders cascade;
create table raw_shop.orders as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as customer_id,
         (1 + i % 50)::bigint as address_id,
         ((array['placed','paid','shipped','delivered','cancelled'])[1 + i % 5])::text as status,
         ('coupon_code ' || i)::text as coupon_code,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as placed_at
    from generate_series(1, 200) as i;
drop table if exists raw_shop.order_lines cascade;
create table raw_shop.order_lines as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as order_id,
         (1 + i % 50)::bigint as product_id,
         ((1 + i % 5)::integer)::integer as quantity,
         ((500 + 37 * (i % 90))::integer)::integer as unit_price_cents
    from generate_series(1, 200) as i;
drop table if exists raw_shop.carts cascade;
create table raw_shop.carts as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as customer_id,
         ('s' || i)::text as session_id,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as created_at,
         (1 + i % 50)::bigint as order_id
    from generate_series(1, 200) as i;
drop table if exists raw_shop.reviews cascade;
create table raw_shop.reviews as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as product_id,
         (1 + i % 50)::bigint as customer_id,
         ((1 + i % 5)::integer)::integer as stars,
         ('body ' || i)::text as body,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as created_at
    from generate_series(1, 200) as i;
create schema if not exists raw_pay;
drop table if exists raw_pay.payments cascade;
create table raw_pay.payments as
  select ('pay_' || i)::text as id,
         (1 + i % 50)::bigint as order_id,
         ('method ' || i)::text as method,
         ('card_last4 ' || i)::text as card_last4,
         ((500 + 37 * (i % 90))::integer)::integer as amount_cents,
         ((array['authorised','captured','captured','failed'])[1 + i % 4])::text as status,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as created_at
    from generate_series(1, 200) as i;
drop table if exists raw_pay.refunds cascade;
create table raw_pay.refunds as
  select ('ref_' || i)::text as id,
         ('pay_' || i)::text as payment_id,
         ((500 + 37 * (i % 90))::integer)::integer as amount_cents,
         ('reason ' || i)::text as reason,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as created_at
    from generate_series(1, 200) as i;
drop table if exists raw_pay.payouts cascade;
create table raw_pay.payouts as
  select ('pay_' || i)::text as id,
         (1 + i % 50)::bigint as stall_id,
         ((500 + 37 * (i % 90))::integer)::integer as amount_cents,
         (date '2025-01-01' + (i % 300)::int)::date as paid_on
    from generate_series(1, 200) as i;
drop table if exists raw_pay.disputes cascade;
create table raw_pay.disputes as
  select ('dis_' || i)::text as id,
         ('pay_' || i)::text as payment_id,
         ((array['won','lost','open'])[1 + i % 3])::text as outcome,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as opened_at
    from generate_series(1, 200) as i;
create schema if not exists raw_courier;
drop table if exists raw_courier.couriers cascade;
create table raw_courier.couriers as
  select (i)::bigint as id,
         ('full_name ' || i)::text as full_name,
         ('phone ' || i)::text as phone,
         ('vehicle ' || i)::text as vehicle,
         (date '2025-01-01' + (i % 300)::int)::date as hired_on
    from generate_series(1, 200) as i;
drop table if exists raw_courier.deliveries cascade;
create table raw_courier.deliveries as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as order_id,
         (1 + i % 50)::bigint as courier_id,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as promised_at,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as delivered_at
    from generate_series(1, 200) as i;
drop table if exists raw_courier.delivery_events cascade;
create table raw_courier.delivery_events as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as delivery_id,
         ('kind ' || i)::text as kind,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as at,
         ((40 + i % 20)::numeric)::numeric as latitude,
         ((40 + i % 20)::numeric)::numeric as longitude
    from generate_series(1, 200) as i;
create schema if not exists raw_ads;
drop table if exists raw_ads.campaigns cascade;
create table raw_ads.campaigns as
  select (i)::bigint as id,
         ('name ' || i)::text as name,
         ('channel ' || i)::text as channel,
         (date '2025-01-01' + (i % 300)::int)::date as starts_on
    from generate_series(1, 200) as i;
drop table if exists raw_ads.campaign_spend cascade;
create table raw_ads.campaign_spend as
  select (1 + i % 50)::bigint as campaign_id,
         (date '2025-01-01' + (i % 300)::int)::date as spent_on,
         ((500 + 37 * (i % 90))::integer)::integer as cost_cents,
         ((1 + i % 5)::integer)::integer as clicks
    from generate_series(1, 200) as i;
drop table if exists raw_ads.web_sessions cascade;
create table raw_ads.web_sessions as
  select ('s' || i)::text as session_id,
         (1 + i % 50)::bigint as customer_id,
         (1 + i % 50)::bigint as campaign_id,
         ('ip_address ' || i)::text as ip_address,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as started_at,
         ((1 + i % 5)::integer)::integer as pages
    from generate_series(1, 200) as i;
drop table if exists raw_ads.newsletter_subscribers cascade;
create table raw_ads.newsletter_subscribers as
  select ('person' || i || '@example.com')::text as email,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as subscribed_at,
         (null::timestamptz)::timestamptz as unsubscribed_at
    from generate_series(1, 200) as i;
create schema if not exists raw_desk;
drop table if exists raw_desk.tickets cascade;
create table raw_desk.tickets as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as customer_id,
         (1 + i % 50)::bigint as order_id,
         ('topic ' || i)::text as topic,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as opened_at,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as solved_at
    from generate_series(1, 200) as i;
drop table if exists raw_desk.ticket_messages cascade;
create table raw_desk.ticket_messages as
  select (i)::bigint as id,
         (1 + i % 50)::bigint as ticket_id,
         ('author ' || i)::text as author,
         ('body ' || i)::text as body,
         (timestamptz '2025-10-01' + i * interval '3 hours')::timestamptz as sent_at
    from generate_series(1, 200) as i;
