select
    deliveries.delivery_id,
    deliveries.vehicle,
    deliveries.event_count,
    deliveries.minutes_late,
    orders.city
from {{ ref('fct_deliveries') }} as deliveries
join {{ ref('fct_orders', v=2) }} as orders using (order_id)
