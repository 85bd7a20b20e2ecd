select
    date_trunc('month', customers.first_order_at)::date as cohort,
    date_trunc('month', orders.placed_at)::date as month,
    count(distinct orders.customer_id) as active_customers
from {{ ref('fct_orders', v=1) }} as orders
join {{ ref('dim_customers') }} as customers using (customer_id)
group by 1, 2
