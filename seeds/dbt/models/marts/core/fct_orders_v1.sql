select order_id, customer_id, status, placed_at, gross_amount, paid_amount
from {{ ref('int_orders_enriched') }}
