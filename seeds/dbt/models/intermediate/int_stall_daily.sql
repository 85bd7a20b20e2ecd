select
    lines.stall_id,
    orders.placed_at::date as day,
    count(distinct orders.order_id) as orders,
    sum(lines.gross_amount) as gross_amount,
    sum(lines.fee_amount) as fee_amount
from {{ ref('int_order_lines_priced') }} as lines
join {{ ref('int_orders_enriched') }} as orders using (order_id)
join {{ ref('int_business_days') }} as days on days.day = orders.placed_at::date
group by 1, 2
