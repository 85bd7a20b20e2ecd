select
    order_id,
    customer_id,
    city,
    status,
    placed_at,
    gross_amount,
    fee_amount,
    paid_amount,
    refunded_amount,
    paid_amount - refunded_amount as net_amount,
    has_lost_dispute
from {{ ref('int_orders_enriched') }}
