select
    deliveries.delivery_id,
    deliveries.order_id,
    deliveries.courier_id,
    deliveries.promised_at,
    deliveries.delivered_at,
    round((extract(epoch from deliveries.delivered_at - deliveries.promised_at) / 60)::numeric, 1) as minutes_late,
    count(events.delivery_event_id) as event_count
from {{ ref('stg_courier__deliveries') }} as deliveries
left join {{ ref('stg_courier__delivery_events') }} as events using (delivery_id)
group by 1, 2, 3, 4, 5
