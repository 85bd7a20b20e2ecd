select
    customer_id,
    count(*) as order_count,
    min(placed_at) as first_order_at,
    max(placed_at) as last_order_at,
    sum(paid_amount - refunded_amount) as net_spend
from {{ ref('int_orders_enriched') }}
group by customer_id
