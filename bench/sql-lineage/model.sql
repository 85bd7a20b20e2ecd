-- A model of 30 lines in dbt style, over the table t of the other measurements.
with customers as (
  select c0 as customer_id, c1 as first_name, c2 as last_name, lower(c3) as email from t
),
orders as (
  select c4 as order_id, c5 as customer_id, c6 as ordered_at, c7 as status, c8 as amount from t
),
customer_orders as (
  select
    customer_id,
    min(ordered_at) as first_order_at,
    max(ordered_at) as last_order_at,
    count(order_id) as number_of_orders,
    sum(case when status = 'returned' then 0 else amount end) as lifetime_value
  from orders
  group by customer_id
),
final as (
  select
    customers.customer_id,
    customers.first_name || ' ' || customers.last_name as name,
    customers.email,
    customer_orders.first_order_at,
    customer_orders.last_order_at,
    coalesce(customer_orders.number_of_orders, 0) as number_of_orders,
    customer_orders.lifetime_value
  from customers
  left join customer_orders on customer_orders.customer_id = customers.customer_id
)
select * from final
