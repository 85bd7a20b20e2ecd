select
    couriers.courier_id,
    couriers.full_name,
    count(*) as deliveries,
    avg(deliveries.minutes_late) as average_minutes_late
from {{ ref('fct_deliveries') }} as deliveries
join {{ ref('dim_couriers') }} as couriers using (courier_id)
group by 1, 2
